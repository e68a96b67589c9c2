import { createGrid } from '../../src/adaptive/grid.js';
import { robustStart } from '../../src/adaptive/robustStart.js';
import { runningMedian } from '../../src/adaptive/runningMedian.js';
import { createRandom } from '../random.js';
import { between, DAY, HOUR, job, MINUTE, opsSeries, seriesOf, type OpsSeries } from './opsSeries.js';

const gridOf = ({ start, stepMs, y }: OpsSeries, timeZone = 'UTC') => createGrid(start, stepMs, y, timeZone);
const size = (values: ArrayLike<number>) => Math.max(...Array.from(values, Math.abs));
const flat = () => 50;
const daily = ({ hour }: { readonly hour: number }) => 10 * Math.sin((2 * Math.PI * hour) / 24);

describe('robustStart(grid)', () => {
  it('takes off what is usual at a time of day, from three days on', () => {
    const shaped = gridOf(seriesOf(3, HOUR, 1, [flat, daily]));
    expect(size(robustStart(shaped).rows.map((value) => value - 50))).toBeCloseTo(0, 6);
    const young = gridOf(seriesOf(2, HOUR, 1, [flat, daily]));
    expect(size(robustStart(young).rows.map((value) => value - 50))).toBeCloseTo(10, 6);
  });

  it('takes off what is usual at a time of the week, from fourteen days on', () => {
    const weekend = ({ day }: { readonly day: number }) => (day % 7 >= 5 ? -12 : 0);
    const shaped = gridOf(seriesOf(21, HOUR, 1, [flat, daily, weekend]));
    expect(size(robustStart(shaped).rows.map((value) => value - 50))).toBeCloseTo(0, 6);
  });

  it('is not bent by days that are wild', () => {
    const wild = gridOf(opsSeries(28, 2, between(18, 20, 60)));
    const tame = gridOf(opsSeries(28, 2));
    const [one, other] = [wild, tame].map((grid) => robustStart(grid).rows);
    const outside = one.filter((_, i) => Math.abs(i / 288 - 19) > 1);
    const apart = outside.map((value, i) => value - other.filter((_, k) => Math.abs(k / 288 - 19) > 1)[i]);
    expect(size(apart)).toBeLessThan(1);
  });

  it('keeps gaps, and looks past them', () => {
    const { start, stepMs, y } = seriesOf(7, HOUR, 1, [flat, daily]);
    const gappy = y.map((value, i) => (i % 5 === 0 || (i > 40 && i < 60) ? NaN : value));
    const { rows } = robustStart(gridOf({ start, stepMs, y: gappy }));
    rows.forEach((value, i) => expect(Number.isNaN(value)).toBe(Number.isNaN(gappy[i])));
    expect(size(rows.filter((value) => !Number.isNaN(value)).map((value) => value - 50))).toBeCloseTo(0, 6);
  });

  it('looks at stretches of about half an hour, of which a whole number makes a day', () => {
    const stretch = (stepMs: number) =>
      (robustStart(gridOf(seriesOf(3, stepMs, 1, [flat]))).perStretch * stepMs) / MINUTE;
    expect([5, 10, 60, 9, 16, 20].map((minutes) => stretch(minutes * MINUTE))).toEqual([30, 30, 60, 36, 32, 40]);
  });

  it('follows local time across a change of the clock', () => {
    // 2026-03-29: Berlin's clock jumps from 02:00 to 03:00. A job at 06:00 there, on either side of it.
    const stepMs = HOUR;
    const start = Date.UTC(2026, 2, 22);
    const y = Float64Array.from({ length: 14 * 24 }, (_, i) => {
      const time = start + i * stepMs;
      const summer = time >= Date.UTC(2026, 2, 29, 1) ? 2 : 1;
      return 50 + ((time / HOUR + summer) % 24 === 6 ? 20 : 0);
    });
    const rest = (timeZone: string) =>
      size(robustStart(createGrid(start, stepMs, y, timeZone)).rows.map((v) => v - 50));
    expect(rest('Europe/Berlin')).toBe(0);
    expect(rest('UTC')).toBe(20);
  });

  it('leaves a job at its time of day no trace', () => {
    const grid = gridOf(seriesOf(10, 5 * MINUTE, 1, [flat, job(2, 2.5, 12)]));
    expect(size(robustStart(grid).rows.map((value) => value - 50))).toBe(0);
  });
});

describe('runningMedian(values, reach, every)', () => {
  /** From its definition. */
  const plain = (values: Float64Array, reach: number, every: number) =>
    values.map((_, j) => {
      const center = j - (j % every) + (every >> 1);
      const near = Array.from(values.subarray(Math.max(center - reach, 0), center + reach + 1))
        .filter((value) => !Number.isNaN(value))
        .sort((one, other) => one - other);
      const middle = near.length >> 1;
      return near.length === 0 ? NaN : near.length % 2 === 1 ? near[middle] : (near[middle - 1] + near[middle]) / 2;
    });

  it('is the median of what is near, of every few rows, with gaps and ties', () => {
    const random = createRandom(3);
    const values = Float64Array.from({ length: 200 }, () => (random.uniform() < 0.2 ? NaN : random.integer(0, 9)));
    for (const [reach, every] of [
      [3, 1],
      [20, 12],
      [500, 7],
      [0, 1],
    ]) {
      expect(runningMedian(values, reach, every)).toEqual(plain(values, reach, every));
    }
  });

  it('is NaN where nothing is known', () => {
    expect(runningMedian(new Float64Array(5).fill(NaN), 2)).toEqual(new Float64Array(5).fill(NaN));
  });
});

it('createGrid(start, stepMs, y, timeZone) counts slots of the week from Monday 00:00 on the clock', () => {
  const { slot } = createGrid(Date.UTC(2026, 0, 4, 22), HOUR, new Float64Array(4), 'Europe/Berlin');
  expect(Array.from(slot)).toEqual([7 * 24 - 1, 0, 1, 2]);
  const spring = createGrid(Date.UTC(2026, 2, 29), HOUR, new Float64Array(3), 'Europe/Berlin');
  expect(Array.from(spring.slot)).toEqual([6 * 24 + 1, 6 * 24 + 3, 6 * 24 + 4]);
  const autumn = createGrid(Date.UTC(2026, 9, 25), HOUR, new Float64Array(3), 'Europe/Berlin');
  expect(Array.from(autumn.slot)).toEqual([6 * 24 + 2, 6 * 24 + 2, 6 * 24 + 3]);
  expect(DAY).toBe(24 * HOUR);
});
