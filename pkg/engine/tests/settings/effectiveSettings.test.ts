import { effectiveSettings } from '../../src/settings/effectiveSettings.js';

describe('effectiveSettings', () => {
  it('takes a setting from the query until the panel sets it', () => {
    expect(effectiveSettings({ thresholdMultiplier: 3 }, {}).thresholdMultiplier).toBe(3);
  });

  it('lets the panel win once it sets one', () => {
    expect(effectiveSettings({ thresholdMultiplier: 3 }, { thresholdMultiplier: 1 }).thresholdMultiplier).toBe(1);
  });

  it('takes a setting that was reset in the editor as not set', () => {
    expect(effectiveSettings({ n: 2, m: 3 }, { n: undefined }).n).toBe(2);
  });

  it('names a setting out of its range', () => {
    expect(() => effectiveSettings(undefined, { intervalWidth: 1.2 })).toThrow(/intervalWidth: 1.2/);
  });
});
