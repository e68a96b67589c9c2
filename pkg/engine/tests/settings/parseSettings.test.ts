import { parseSettings, type PartialSettings } from '../../src/settings/parseSettings.js';
import { defaultSettings } from '../../src/settings/settings.js';

describe('parseSettings', () => {
  it('fills what is not given with the defaults', () => {
    expect(parseSettings({ thresholdMultiplier: 3 })).toEqual({ ...defaultSettings, thresholdMultiplier: 3 });
  });

  it('ignores names it does not know, so that newer dashboards open', () => {
    const stored = { ofTomorrow: ['DE'], m: 4 } as PartialSettings;
    expect(parseSettings(stored)).toEqual({ ...defaultSettings, m: 4 });
  });

  it('widens the window of N of M to the N that was asked for', () => {
    expect(parseSettings({ n: 3 })).toMatchObject({ n: 3, m: 3 });
  });

  it('takes an order that older versions stored in place of the switch for always on, with this order', () => {
    const stored: Record<string, unknown> = { weeklySeasonality: 10, weeklyOrder: 3, dailySeasonality: 'off' };
    expect(parseSettings(stored)).toMatchObject({
      weeklySeasonality: 'on',
      weeklyOrder: 10,
      dailySeasonality: 'off',
      dailyOrder: defaultSettings.dailyOrder,
    });
  });

  it.each<[PartialSettings, string]>([
    [{ intervalWidth: 1.2 }, 'invalid intervalWidth: 1.2 (expected 0.01 to 0.999)'],
    [{ thresholdMultiplier: 0 }, 'invalid thresholdMultiplier: 0 (expected 0.1 to 100)'],
    [{ stepMs: 10 }, 'invalid stepMs: 10 (expected 1 s to 1 d, in ms)'],
    [{ limitMin: 0.6, limitMax: 0.5 }, 'invalid limitMin: 0.6 (expected at most limitMax = 0.5)'],
    [{ normalMax: 2, limitMax: 1 }, 'invalid normalMax: 2 (expected at most limitMax = 1)'],
    [{ n: 0 }, 'invalid n: 0 (expected a whole number from 1 to 1000)'],
    [{ dailyOrder: 0 }, 'invalid dailyOrder: 0 (expected a whole number from 1 to 50)'],
    [{ nChangepoints: -1 }, 'invalid nChangepoints: -1 (expected a whole number from 0 to 1000)'],
    [{ changepointRange: 1.5 }, 'invalid changepointRange: 1.5 (expected 0 to 1)'],
    [{ robustDeviations: 1 }, 'invalid robustDeviations: 1 (expected 2 to 100, or null for off)'],
    [{ cycleMs: 1 }, 'invalid cycleMs: 1 (expected 1 min to 366 d, in ms, or null for none)'],
    [{ calibrationShare: 1 }, 'invalid calibrationShare: 1 (expected 0.5 to 0.999, or null for off)'],
    [
      { timeZone: 'Berlin' },
      'invalid timeZone: "Berlin" (expected the name of a time zone such as Europe/Berlin, UTC, or dashboard)',
    ],
    [{ growthFloor: 2, growthCap: 1 }, 'invalid growthFloor: 2 (expected at most growthCap = 1)'],
    [{ maintenance: 'daily 02:00 to 03:00\nSun' }, 'invalid maintenance, line 2: "Sun" (expected days and hours as'],
    [{ exclusions: [{ start: 2, end: 1 }] }, 'invalid exclusions: [{"start":2,"end":1}]'],
  ])('refuses %j by name, value and range', (stored, message) => {
    expect(() => parseSettings(stored)).toThrow(message);
  });
});
