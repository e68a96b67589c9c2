import { createKnownCounts } from '../../src/adaptive/knownCounts.js';
import { findEdges } from '../../src/adaptive/findEdges.js';
import { findRecurring } from '../../src/adaptive/findRecurring.js';
import { createGrid, type Grid } from '../../src/adaptive/grid.js';
import { createSlotRows } from '../../src/adaptive/slotRows.js';
import { weeklyValues } from '../../src/recurring/weeklyValues.js';
import { createRandom } from '../random.js';
import { between, DAY, HOUR, job, MINUTE, seriesOf, type OpsSeries, type Part } from './opsSeries.js';

const STEP = 10 * MINUTE;
const noise: Part = ({ random }) => random.normal();

function search({ start, stepMs, y }: OpsSeries, timeZone = 'UTC') {
  const grid = createGrid(start, stepMs, y, timeZone);
  const rows = createSlotRows(grid);
  const known = createKnownCounts(grid, new Uint8Array(y.length));
  const large = Int32Array.from(y.keys()).filter((row) => Math.abs(y[row]) >= 2);
  const profile = findRecurring({ grid, rows, known }, y, large, 1);
  return { grid, rows, profile, runs: weeklyValues(profile, stepMs) };
}

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];
const found = (days: number, ...parts: readonly Part[]) =>
  search(seriesOf(days, STEP, 6, [noise, ...parts])).runs.map(({ weekdays, startMs, values }) => ({
    weekdays,
    hours: [startMs / HOUR, (startMs + values.length * STEP) / HOUR],
    size: Math.round(values.reduce((sum, value) => sum + value, 0) / values.length),
  }));

describe('findRecurring(search, residual, large, scale)', () => {
  it('finds what returns at a time of every day, from three days on', () => {
    const nightly = { weekdays: EVERY_DAY, hours: [2, 2.5], size: 12 };
    expect(found(28, job(2, 2.5, 12))).toEqual([nightly]);
    expect(found(7, job(2, 2.5, 12))).toEqual([nightly]);
    expect(found(3, job(2, 2.5, -12))).toEqual([{ ...nightly, size: -11 }]);
    expect(found(2, job(2, 2.5, 12))).toEqual([]);
  });

  it('finds it across midnight', () => {
    const [late, early] = [job(23.5, 24, 12), job(0, 0.5, 12)];
    expect(found(28, late, early)).toEqual([{ weekdays: EVERY_DAY, hours: [23.5, 24.5], size: 12 }]);
  });

  it('still finds it where it is skipped on a fifth of the days, and not where on more', () => {
    const leftOut = (every: number) => job(2, 2.5, 12, (day) => day % every !== 1);
    expect(found(28, leftOut(5))).toHaveLength(1);
    expect(found(28, leftOut(2))).toEqual([]);
  });

  it('finds what returns on working days', () => {
    const working = { weekdays: [1, 2, 3, 4, 5], hours: [2, 2.5], size: 12 };
    const nightly = job(2, 2.5, 12, (day) => day % 7 < 5);
    expect(found(28, nightly)).toEqual([working]);
    expect(found(10, nightly)).toEqual([working]);
  });

  it('finds what returns on one day of the week, from the third week on', () => {
    const weekly = job(3, 5, 12, (day) => day % 7 === 2);
    expect(found(28, weekly)).toEqual([{ weekdays: [3], hours: [3, 5], size: 12 }]);
    expect(found(20, weekly)).toEqual([{ weekdays: [3], hours: [3, 5], size: 12 }]);
    expect(found(16, weekly)).toEqual([]);
  });

  it('finds a small change of half an hour in every week, and a shorter one only where it is far', () => {
    const [lastHour] = found(
      28,
      job(4, 5, 3.2, (day) => day % 7 === 2),
    ).filter(({ hours }) => hours[0] > 3.5);
    expect(lastHour).toMatchObject({ weekdays: [3] });
    expect(
      found(
        28,
        job(4, 4.15, 1.8, (day) => day % 7 === 2),
      ).filter(({ hours }) => hours[0] === 4),
    ).toEqual([]);
    expect(
      found(
        28,
        job(4, 4.15, 9, (day) => day % 7 === 2),
      ),
    ).toEqual([{ weekdays: [3], hours: [4, 4 + 1 / 6], size: 9 }]);
  });

  it('has nothing weekly near what is daily', () => {
    const tuesdays = job(2.5, 2.9, 6, (day) => day % 7 === 1);
    expect(found(28, job(2, 2.5, 12), tuesdays)).toEqual([{ weekdays: EVERY_DAY, hours: [2, 2.5], size: 12 }]);
  });

  it('finds nothing in noise, and nothing that happened once', () => {
    expect(found(28)).toEqual([]);
    expect(found(28, between(9, 10, 40))).toEqual([]);
  });

  it('looks at the last four weeks alone', () => {
    expect(found(60, ({ day, hour }) => (day < 30 && hour >= 2 && hour < 2.5 ? 12 : 0))).toEqual([]);
  });

  it('looks past gaps: days that are not known do not count', () => {
    const { start, stepMs, y } = seriesOf(28, STEP, 6, [noise, job(2, 2.5, 12)]);
    const gappy = y.map((value, i) => (Math.floor((i * STEP) / DAY) % 2 === 0 ? NaN : value));
    expect(search({ start, stepMs, y: gappy }).runs).toMatchObject([{ startMs: 2 * HOUR }]);
  });

  it('follows local time across a change of the clock', () => {
    // 2026-03-29: Berlin is two hours ahead of UTC from 01:00 UTC on, and one before.
    const start = Date.UTC(2026, 2, 16);
    const random = createRandom(7);
    const y = Float64Array.from({ length: (28 * DAY) / STEP }, (_, i) => {
      const time = start + i * STEP;
      const local = (time / HOUR + (time >= Date.UTC(2026, 2, 29, 1) ? 2 : 1)) % 24;
      return random.normal() + (local >= 6 && local < 6.5 ? 12 : 0);
    });
    const series = { start, stepMs: STEP, y };
    expect(search(series, 'Europe/Berlin').runs).toMatchObject([{ weekdays: EVERY_DAY, startMs: 6 * HOUR }]);
    expect(search(series, 'UTC').runs).not.toMatchObject([{ weekdays: EVERY_DAY }]);
  });
});

describe('findEdges(profile, residual, grid, rows, scale)', () => {
  const edgesOf = (...parts: readonly Part[]) => {
    const { y, ...rest } = seriesOf(28, STEP, 6, [noise, ...parts]);
    const { grid, rows, profile } = search({ ...rest, y });
    const { above, below } = findEdges(profile, y, grid, rows, 1);
    return { above: hoursOf(above, grid), below: hoursOf(below, grid) };
  };
  const hoursOf = (table: Float64Array, { perDay }: Grid) =>
    Array.from(table.subarray(0, perDay), (value, i) => [(i * STEP) / HOUR, value]).filter(([, value]) => value > 0);

  it('is nothing about a run that keeps its time', () => {
    expect(edgesOf(job(2, 3, 12))).toEqual({ above: [], below: [] });
  });

  it('is as far as the start of a run wanders: above before it, below in it', () => {
    // Every fourth day it begins and ends ten minutes early.
    const early = (day: number) => day % 4 === 1;
    const wandering = [job(2, 3, 12, (day) => !early(day)), job(2 - 1 / 6, 3 - 1 / 6, 12, early)];
    const { above, below } = edgesOf(...wandering);
    // The last ten minutes are there on three days of four: not often enough to return.
    expect(above.map(([hour, size]) => [hour.toFixed(2), Math.round(size)])).toEqual([
      ['1.83', 13],
      ['2.83', 13],
    ]);
    expect(below).toEqual([]);
  });

  it('is nothing where the run is skipped on some days: it is missed then', () => {
    expect(edgesOf(job(2, 3, 12, (day) => day % 6 !== 1))).toEqual({ above: [], below: [] });
  });
});
