import { stlPeriods } from './stlPeriod';

const HOUR_MS = 3_600_000;

describe('stlPeriods', () => {
  it('are the days and weeks that fit twice', () => {
    expect(stlPeriods(48, HOUR_MS)).toEqual([{ label: 'Day', rows: 24 }]);
    expect(stlPeriods(14 * 24, HOUR_MS).map(({ label }) => label)).toEqual(['Day', 'Week']);
  });

  it('are none for less than two days, or a step that divides none', () => {
    expect(stlPeriods(47, HOUR_MS)).toEqual([]);
    expect(stlPeriods(1000, 7 * 60_000)).toEqual([]);
  });
});
