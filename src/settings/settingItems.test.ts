/** @jest-environment jsdom */
import '../grafana/testing/browser';

import { settingGroups, settingNames } from 'foreband-engine';

import { countSet, settingSections, valueAt, withSetting } from './settingItems';

describe('settingSections()', () => {
  it('has the groups of the table, in their order', () => {
    expect(settingSections().map(({ title }) => title)).toEqual([...settingGroups]);
  });

  it('offers every setting of the detector once', () => {
    const paths = settingSections().flatMap(({ items }) => items.map(({ path }) => path));
    expect(paths).toEqual(['settings', ...settingNames.map((name) => `settings.${name}`)]);
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

describe('countSet(section, settings)', () => {
  it('counts the settings of a section that somebody has set', () => {
    const counts = settingSections().map((section) => countSet(section, { n: 3, thresholdMultiplier: 4 }));
    expect(counts.filter((count) => count === 1)).toHaveLength(2);
  });
});
