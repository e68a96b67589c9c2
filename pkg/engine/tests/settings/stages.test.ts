import { defaultSettings } from '../../src/settings/settings.js';
import { fitSettings, withScoring } from '../../src/settings/stages.js';

const asked = { ...defaultSettings, dailyOrder: 8, events: '2026-12-06 Sale', thresholdMultiplier: 3, n: 2, m: 3 };

describe('fitSettings(settings)', () => {
  it('takes the defaults of what only scores, and keeps all else, events included', () => {
    expect(fitSettings(asked)).toEqual({ ...defaultSettings, dailyOrder: 8, events: '2026-12-06 Sale' });
  });
});

describe('withScoring(fitted, scoring)', () => {
  it('fits like the one and scores like the other', () => {
    expect(withScoring(asked, { ...defaultSettings, dailyOrder: 1, direction: 'above' })).toEqual({
      ...defaultSettings,
      dailyOrder: 8,
      events: '2026-12-06 Sale',
      direction: 'above',
    });
  });
});
