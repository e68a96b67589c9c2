import { placeCutoffs } from 'prophet-wasm';

import { itWithReference, readReference } from '../reference.js';

const DAY_MS = 86_400_000;
const JANUARY_1 = Date.UTC(2020, 0, 1);
const days = (cutoffs: readonly number[]) => cutoffs.map((cutoff) => new Date(cutoff).toISOString().slice(5, 10));
const times = (januaryDays: readonly number[]) =>
  Float64Array.from(januaryDays, (day) => JANUARY_1 + (day - 1) * DAY_MS);
const plan = (horizon: number, period?: number, initial?: number) => ({
  horizonMs: horizon * DAY_MS,
  periodMs: period && period * DAY_MS,
  initialMs: initial && initial * DAY_MS,
});

describe('placeCutoffs(time, { horizonMs, periodMs, initialMs })', () => {
  const month = times(Array.from({ length: 31 }, (_, i) => i + 1));

  it('goes back from the last time less the horizon, in steps of the period, while the initial span is left', () => {
    expect(days(placeCutoffs(month, plan(4, 10, 6)))).toEqual(['01-07', '01-17', '01-27']);
    expect(days(placeCutoffs(month, plan(4, 10, 7)))).toEqual(['01-17', '01-27']);
  });

  it('steps by half a horizon and leaves three of them unless told otherwise, or the longest season', () => {
    expect(days(placeCutoffs(month, plan(6)))).toEqual(['01-19', '01-22', '01-25']);
    expect(days(placeCutoffs(month, plan(6), 22 * DAY_MS))).toEqual(['01-25']);
  });

  it('crosses a gap to a horizon before the data that end at it', () => {
    const gappy = times([1, 2, 3, 4, 20, 21, 22, 23, 24, 25]);
    expect(days(placeCutoffs(gappy, plan(2, 1, 1)))).toEqual([
      '01-02',
      '01-18',
      '01-19',
      '01-20',
      '01-21',
      '01-22',
      '01-23',
    ]);
  });

  it.each([
    [plan(40), 'invalid horizonMs: 3456000000 (expected less than the history'],
    [plan(10, 10, 22), 'invalid initialMs: 1900800000 (expected at most the history less the horizon, 1728000000)'],
    [plan(0), 'invalid horizonMs: 0 (expected milliseconds above 0)'],
    [{ horizonMs: DAY_MS, periodMs: -1 }, 'invalid periodMs: -1 (expected milliseconds above 0)'],
    [{ horizonMs: DAY_MS, periodMs: 1 }, 'invalid periodMs: 1 (expected more: it makes over 10000 cutoffs)'],
  ])('refuses %j', (bad, message) => {
    expect(() => placeCutoffs(month, bad)).toThrow(message);
  });

  itWithReference.each([
    [4, 10, 115, ['09-15', '09-25', '10-05']],
    [4, 10, 135, ['10-05']],
    [4, 4, 115, ['09-11', '09-15', '09-19', '09-23', '09-27', '10-01', '10-05']],
    [1, 1, 140, ['10-07', '10-08']],
    [32, 10, undefined, ['08-28', '09-07']],
    [32, 10, 96, ['08-28', '09-07']],
    [4, 10, 90, ['08-16', '08-26', '09-05', '09-15', '09-25', '10-05']],
  ])('agrees with Prophet on its own data: horizon %d, period %d, initial %j days', (h, period, initial, expected) => {
    const time = Float64Array.from(readReference('prophet/data.csv').time).slice(0, 100);
    expect(days(placeCutoffs(time, plan(h, period, initial)))).toEqual(expected);
  });

  itWithReference('agrees with Prophet that 100 rows leave nothing for horizon 10 after 140 days', () => {
    const time = Float64Array.from(readReference('prophet/data.csv').time).slice(0, 100);
    expect(() => placeCutoffs(time, plan(10, 10, 140))).toThrow('invalid initialMs');
  });
});
