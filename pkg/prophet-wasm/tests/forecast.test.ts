import { loadProphet, type Prophet, type ProphetOptions } from 'prophet-wasm';

import { itWithReference, readReference } from './reference.js';

const DAY_MS = 86_400_000;
const TEST_ROWS = 30;

describe('a fit and a forecast', () => {
  let prophet: Prophet;
  beforeAll(async () => {
    prophet = await loadProphet();
  });

  /** Error of the last 30 rows, forecast from all others, at the given times. */
  const errorOf = (name: string, options: ProphetOptions, timesOf: (train: number[], test: number[]) => number[]) => {
    const history = readReference(name);
    const [time, y] = [Array.from(history.time), Array.from(history.y)];
    const [train, test] = [time.slice(0, -TEST_ROWS), time.slice(-TEST_ROWS)];
    const model = prophet.fit({ time: train, y: y.slice(0, -TEST_ROWS) }, options);
    const { yhat } = prophet.predict(model, timesOf(train, test));
    const squares = yhat.map((value, i) => (value - y[train.length + i]) ** 2);
    return Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / TEST_ROWS);
  };
  /** Upstream's tests compare 30 calendar days with 30 business days, by position. */
  const calendarDays = (train: number[]) =>
    Array.from({ length: TEST_ROWS }, (_, i) => train[train.length - 1] + (i + 1) * DAY_MS);
  const testDays = (_: number[], test: number[]) => test;

  itWithReference.each([
    ['prophet/data.csv', 'absmax', 23.44, 0.01],
    ['prophet/data.csv', 'minmax', 11.29, 0.01],
    ['prophet/data3.csv', 'minmax', 93.45, 0.03],
  ] as const)('have upstream’s error on %s, scaled by %s: %d', (name, scaling, expected, tolerance) => {
    const error = errorOf(name, { scaling }, calendarDays);
    expect(Math.abs(error - expected)).toBeLessThan(tolerance * expected);
  });

  itWithReference.each([
    ['absmax', 10.517],
    ['minmax', 11.03],
  ] as const)('have the exact optimum’s error on the real test days, scaled by %s: %d', (scaling, expected) => {
    expect(errorOf('prophet/data.csv', { scaling }, testDays)).toBeCloseTo(expected, 3);
  });

  const days = (n: number) => Array.from({ length: n }, (_, i) => Date.UTC(2020, 0, 1) + i * DAY_MS);
  const wavy = (time: readonly number[]) => time.map((_, i) => 10 + Math.sin(i) + 0.05 * i + Math.cos(i * i));

  it('give any subset of rows, in any order, every column as with all rows', () => {
    const time = days(60);
    const model = prophet.fit({ time, y: wavy(time) });
    const asked = days(90);
    const all = prophet.predict(model, asked);
    const rows = [89, 3, 70, 59, 60, 0, 61];
    const some = prophet.predict(
      model,
      rows.map((row) => asked[row]),
    );
    for (const column of ['time', 'yhat', 'yhatLower', 'yhatUpper', 'trend', 'additiveTerms'] as const) {
      expect(Array.from(some[column])).toEqual(rows.map((row) => all[column][row]));
    }
    expect(Array.from(some.components.weekly)).toEqual(rows.map((row) => all.components.weekly[row]));
  });

  it('give empty columns for no times', () => {
    const time = days(60);
    const forecast = prophet.predict(prophet.fit({ time, y: wavy(time) }), []);
    expect(forecast.yhat).toHaveLength(0);
    expect(forecast.components.weekly).toHaveLength(0);
  });

  it('survive JSON: a model read back predicts the same', () => {
    const time = days(60);
    const model = prophet.fit({ time, y: wavy(time) });
    const copy = JSON.parse(JSON.stringify(model));
    expect(copy).toEqual(model);
    expect(prophet.predict(copy, days(90))).toEqual(prophet.predict(model, days(90)));
  });
});
