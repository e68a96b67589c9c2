import { settingGroups, type Setting } from '../../src/settings/setting.js';
import { defaultSettings, settingNames, type DetectorSettings, type SettingName } from '../../src/settings/settings.js';
import { settingsTable } from '../../src/settings/settingsTable.js';
import { changedStage, fitGroups, fitSettings, settingsOfFit, withScoring } from '../../src/settings/stages.js';

const asked = { ...defaultSettings, dailyOrder: 8, events: '2026-12-06 Sale', thresholdMultiplier: 3, n: 2, m: 3 };

const calendarNames: readonly SettingName[] = ['holidayRegion', 'holidayEffect', 'events'];

const everySetting = settingNames.map((name): readonly [SettingName, Setting] => [name, settingsTable[name]]);

/** The defaults with another value of one setting. */
function changed(name: SettingName, row: Setting): DetectorSettings {
  switch (row.kind) {
    case 'choice':
      return { ...defaultSettings, [name]: row.choices.find(({ value }) => value !== row.default)?.value };
    case 'spans':
      return { ...defaultSettings, [name]: [{ start: 0, end: 1 }] };
    case 'timeZone':
      return { ...defaultSettings, [name]: 'Asia/Tokyo' };
    case 'region':
      return { ...defaultSettings, [name]: 'DE-BY' };
    case 'maintenance':
      return { ...defaultSettings, [name]: 'Sun 02:00 to 04:00' };
    case 'events':
      return { ...defaultSettings, [name]: '2026-12-06 Sale' };
    default:
      return { ...defaultSettings, [name]: Number.isFinite(row.max) ? row.max : 1 };
  }
}

describe('changedStage(before, after)', () => {
  it.each(everySetting)('is the stage of %s where that has changed, and of the calendar the score', (name, row) => {
    const expected = calendarNames.includes(name) ? 'score' : row.stage;
    expect(changedStage(defaultSettings, changed(name, row))).toBe(expected);
    expect(changedStage(changed(name, row), { ...changed(name, row) })).toBe('score');
  });
});

describe('settingsOfFit(settings)', () => {
  it.each(everySetting)('has %s if a fit depends on it, and the calendar has no rows for it', (name, { stage }) => {
    const isPart = stage === 'fit' && !calendarNames.includes(name);
    expect(Object.keys(settingsOfFit(defaultSettings)).includes(name)).toBe(isPart);
  });

  it('has the values given', () => {
    expect(settingsOfFit(asked)).toMatchObject({ dailyOrder: 8, calibrationShare: 0.975, exclusions: [] });
  });
});

describe('fitGroups', () => {
  it('are the groups of the table that have no part in the score, in its order', () => {
    expect(fitGroups).toEqual(['Training', 'Model', 'Holidays and events']);
  });
});

describe('settingGroups', () => {
  it('are those of the rows, in their order', () => {
    expect([...new Set(everySetting.map(([, { group }]) => group))]).toEqual([...settingGroups]);
  });
});

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
