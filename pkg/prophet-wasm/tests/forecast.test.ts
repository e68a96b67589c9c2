import { loadProphet, type History, type Prophet, type ProphetOptions } from 'prophet-wasm';

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

  it.each([0, 20, -3, 0.1])('of a constant %d give the constant exactly, with next to no interval', (value) => {
    const time = days(60);
    const model = prophet.fit({ time, y: time.map(() => value) });
    const { yhat, yhatUpper } = prophet.predict(model, days(90));
    expect(model.fit.status).toBe('constant');
    expect(model.params.sigmaObs).toBe(1e-9);
    expect(model.params.k).toBe(0);
    expect(new Set(yhat)).toEqual(new Set([value]));
    expect(yhatUpper[0] - value).toBeLessThan(2e-9 * model.scaling.yScale);
  });

  it('accept every date twice', () => {
    const time = days(50);
    const y = wavy(time);
    const doubled: History = { time: [...time, ...time], y: [...y, ...y.map((value) => value + 10)] };
    const model = prophet.fit(doubled);
    expect(model.history.count).toBe(100);
    expect(model.fit.status).toBe('certified');
    expect(model.params.sigmaObs * model.scaling.yScale).toBeGreaterThan(4);
  });

  it('do not depend on the order of the rows', () => {
    const time = days(200);
    const y = wavy(time);
    const order = time.map((_, i) => (i * 77) % 200);
    const shuffled = { time: order.map((i) => time[i]), y: order.map((i) => y[i]) };
    expect(prophet.fit(shuffled)).toEqual(prophet.fit({ time, y }));
  });

  it('leave missing values out', () => {
    const time = days(60);
    const y = wavy(time);
    const gaps = y.map((value, i) => (i % 7 === 3 ? NaN : value));
    const present = (values: readonly number[]) => values.filter((_, i) => i % 7 !== 3);
    expect(prophet.fit({ time, y: gaps })).toEqual(prophet.fit({ time: present(time), y: present(y) }));
  });

  it('keep the order of the times asked for', () => {
    const time = days(60);
    const model = prophet.fit({ time, y: wavy(time) });
    const forward = prophet.predict(model, [time[3], time[50]]);
    const backward = prophet.predict(model, [time[50], time[3]]);
    expect(Array.from(backward.time)).toEqual([time[50], time[3]]);
    expect(Array.from(backward.yhat)).toEqual(Array.from(forward.yhat).reverse());
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

  it('leave the caller’s arrays as they were, plain or typed', () => {
    const time = days(30);
    const y = wavy(time);
    const typed = { time: Float64Array.from(time), y: Float64Array.from(y) };
    expect(prophet.fit(typed)).toEqual(prophet.fit({ time, y }));
    expect(Array.from(typed.y)).toEqual(y);
  });

  it.each([2, 3, 5, 31])('work from %d rows on', (n) => {
    const time = days(n);
    const model = prophet.fit({ time, y: wavy(time) });
    expect(prophet.predict(model, days(n + 5)).yhat.every(Number.isFinite)).toBe(true);
  });
});
