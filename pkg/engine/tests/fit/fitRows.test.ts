import { fitRows } from '../../src/fit/fitRows.js';

const hour = 3_600_000;
const settings = { exclusions: [], maintenance: '', timeZone: 'UTC' };
const without = (from: number, to: number) => ({ ...settings, exclusions: [{ start: from * hour, end: to * hour }] });

const hourly = (...values: number[]) => ({
  name: 'cpu',
  labels: {},
  time: Float64Array.from(values, (_, row) => row * hour),
  y: Float64Array.from(values),
});

describe('fitRows(series, settings, calendar)', () => {
  it('are the samples without gaps and excluded stretches, bounds included', () => {
    const { time, y } = fitRows(hourly(1, NaN, 3, 4, 5), without(3, 4));
    expect([...time]).toEqual([0, 2 * hour]);
    expect([...y]).toEqual([1, 3]);
  });

  it('have the unit of the samples that are fitted, whatever is excluded', () => {
    const series = hourly(0.2, 0.9, -7);
    expect(fitRows(series, settings).unit).toBe('other');
    expect(fitRows(series, without(2, 2)).unit).toBe('fraction');
  });

  it('have the unit in the name of the series, and the calendar that is given', () => {
    const calendar = [{ name: 'closed', day: '2026-05-06' }];
    const series = { ...hourly(0.2, 0.9), name: 'load_percent' };
    expect(fitRows(series, settings, calendar)).toMatchObject({ unit: 'percent', calendar });
  });
});
