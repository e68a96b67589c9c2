import { holidayRegions, nationalHolidays, SHARED_NAME } from '../../src/calendar/nationalHolidays.js';

const span = (from: string, to: string) => ({ start: Date.parse(from), end: Date.parse(to) });
const turnOfYear = span('2026-12-20', '2027-01-10');

describe('nationalHolidays(settings)', () => {
  it('gives those of a country from year to year, half days as hours', () => {
    // What the law says: https://www.gesetze-im-internet.de, and 24 and 31 December are bank holidays from two o'clock.
    const rows = nationalHolidays({ holidayRegion: 'DE', holidayEffect: 'separate' })(turnOfYear);
    expect(rows).toEqual([
      { name: 'Christmas Eve', start: Date.UTC(2026, 11, 24, 13), end: Date.UTC(2026, 11, 24, 23) },
      { name: 'Christmas Day', day: '2026-12-25' },
      { name: 'Boxing Day', day: '2026-12-26' },
      { name: "New Year's Eve", start: Date.UTC(2026, 11, 31, 13), end: Date.UTC(2026, 11, 31, 23) },
      { name: "New Year's Day", day: '2027-01-01' },
    ]);
  });

  it('gives those of a state as well', () => {
    const days = nationalHolidays({ holidayRegion: 'DE-BY', holidayEffect: 'separate' })(turnOfYear);
    expect(days).toContainEqual({ name: 'Epiphany', day: '2027-01-06' });
  });

  it('lets all of them share one effect, so that a month can teach the next one', () => {
    const rows = nationalHolidays({ holidayRegion: 'US', holidayEffect: 'shared' })(span('2026-11-01', '2026-12-31'));
    expect(new Set(rows.map(({ name }) => name))).toEqual(new Set([SHARED_NAME]));
    // Veterans Day, Thanksgiving (the fourth Thursday), Christmas.
    expect(rows.map((row) => ('day' in row ? row.day : ''))).toEqual(
      expect.arrayContaining(['2026-11-11', '2026-11-26', '2026-12-25']),
    );
  });

  it('gives each day of a holiday that lasts several', () => {
    const days = nationalHolidays({ holidayRegion: 'SA', holidayEffect: 'separate' })(span('2026-03-15', '2026-03-30'));
    expect(days).toHaveLength(4);
  });

  it.each(['XX', 'DE-XX', 'DE-BY-XX', 'de'])('refuses %s, which is no region', (holidayRegion) => {
    expect(() => nationalHolidays({ holidayRegion, holidayEffect: 'shared' })).toThrow(
      `invalid holidayRegion: "${holidayRegion}" (expected a country, state, or region such as DE, DE-BY, or US-CA)`,
    );
  });
});

describe('holidayRegions()', () => {
  it('lists countries, states and regions, each of which has holidays of its own', () => {
    const regions = holidayRegions();
    expect(regions.length).toBeGreaterThan(500);
    expect(regions.find(({ code }) => code === 'DE')?.name).toBe('Germany');
    expect(regions.find(({ code }) => code === 'US-CA')?.name).toBe('United States of America, California');
    expect(regions.find(({ code }) => code === 'DE-BY-A')?.name).toBe('Germany, Bayern, Stadt Augsburg');
  });

  it('offers none that is then refused', () => {
    const all = holidayRegions();
    for (const { code } of all) {
      expect(() => nationalHolidays({ holidayRegion: code, holidayEffect: 'shared' })).not.toThrow();
    }
  }, 60_000);
});
