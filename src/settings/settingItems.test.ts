/** @jest-environment jsdom */
import '../grafana/testing/browser';

import { defaultSettings } from 'foreband-engine';

import { countSet, settingGroups, valueAt, withSetting } from './settingItems';

describe('settingGroups()', () => {
  it('offers every setting of the detector once', () => {
    const paths = settingGroups().flatMap(({ items }) => items.map(({ path }) => path));
    expect(new Set(paths).size).toBe(paths.length);
    const names = Object.keys(defaultSettings).map((name) => `settings.${name}`);
    const missing = names.filter((name) => !paths.some((path) => path === name || `${path}Seasonality` === name));
    expect(missing.filter((name) => !/Order$/.test(name))).toEqual([]);
  });
});

describe('withSetting(settings, path, value)', () => {
  it('sets one setting, takes it back, and keeps the others', () => {
    const set = withSetting({ n: 3 }, 'settings.thresholdMultiplier', 4);
    expect(set).toEqual({ n: 3, thresholdMultiplier: 4 });
    expect(valueAt(set, 'settings.thresholdMultiplier')).toBe(4);
    expect(withSetting(set, 'settings.thresholdMultiplier', undefined)).toEqual({ n: 3 });
  });

  it('lets a preset set several at once', () => {
    expect(valueAt({ n: 3 }, 'settings')).toEqual({ n: 3 });
    expect(withSetting({ n: 3 }, 'settings', { n: 3, growth: 'flat', m: undefined })).toEqual({ n: 3, growth: 'flat' });
    expect(withSetting({ n: 3 }, 'settings', undefined)).toEqual({});
  });
});

describe('countSet(group, settings)', () => {
  it('counts the settings of a group that somebody has set', () => {
    const counts = settingGroups().map((group) => countSet(group, { n: 3, thresholdMultiplier: 4 }));
    expect(counts.filter((count) => count === 1)).toHaveLength(2);
  });
});
