import { parseSettings } from '../../src/settings/parseSettings.js';
import { isPresetSetting, presetNames, presetOf, presets } from '../../src/settings/presets.js';
import { defaultSettings } from '../../src/settings/settings.js';

describe('presets', () => {
  it('are what a new query starts with: the adaptive one', () => {
    expect(presetOf(defaultSettings)).toBe('adaptive');
  });

  it("keep the Python detector's settings as the classic one", () => {
    expect(presets.classic).toMatchObject({
      method: 'classic',
      intervalWidth: 0.95,
      thresholdMultiplier: 2,
      weeklySeasonality: 'auto',
      weeklyOrder: 3,
      dailyOrder: 4,
      changepointPriorScale: 0.05,
      robustDeviations: null,
      calibrationShare: null,
    });
  });

  it.each(presetNames)('%s is valid, and recognized among other settings', (name) => {
    const settings = parseSettings({ ...presets[name], n: 3, m: 5, trainingWindowMs: 7 * 86_400_000 });
    expect(presetOf(settings)).toBe(name);
  });

  it('are no more once one of their settings is changed', () => {
    expect(presetOf({ ...defaultSettings, weeklyOrder: 21 })).toBeUndefined();
  });

  it('leave window, step, exclusions and filters alone', () => {
    const own = [
      'trainingWindowMs',
      'stepMs',
      'exclusions',
      'horizonMs',
      'direction',
      'n',
      'm',
      'limitMax',
      'timeZone',
      'growthCap',
    ];
    expect(own.filter(isPresetSetting)).toEqual([]);
  });
});
