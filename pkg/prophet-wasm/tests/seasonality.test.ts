import { loadProphet, type History, type Model, type Prophet, type ProphetOptions } from 'prophet-wasm';

import { handmadeModel } from './handmadeModel.js';
import { itWithReference, readReference } from './reference.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

let prophet: Prophet;
beforeAll(async () => {
  prophet = await loadProphet();
});

/** `n` rows of some shape, one step apart. */
function series(n: number, stepMs: number): History {
  const time = Array.from({ length: n }, (_, i) => Date.parse('2022-01-01') + i * stepMs);
  return { time, y: time.map((_, i) => 5 + Math.sin(i) + Math.cos(i * i)) };
}

const firstRows = (name: string, n: number, every = 1): History => {
  const { time, y } = readReference(name);
  const kept = (values: ArrayLike<number>) =>
    Array.from(values)
      .slice(0, n)
      .filter((_, i) => i % every === 0);
  return { time: kept(time), y: kept(y) };
};

const fitted = (history: History, options?: ProphetOptions): Model => prophet.fit(history, options);
const names = ({ seasonalities }: Model) => seasonalities.map(({ name }) => name);
const orders = ({ seasonalities }: Model) => seasonalities.map(({ name, fourierOrder }) => [name, fourierOrder]);

// Upstream test_fourier_series_weekly and _yearly: the features of 2012-05-18, one at a time.
describe('a seasonality’s features', () => {
  it.each([
    {
      days: 7,
      features: [0.7818315, 0.6234898, 0.9749279, -0.2225209, 0.4338837, -0.9009689],
    },
    {
      days: 365.25,
      features: [0.7006152, -0.7135393, -0.999833, 0.01827656, 0.7262249, 0.6874572],
    },
  ])('with a period of $days days are sines and cosines since 1970-01-01', ({ days, features }) => {
    const seasonality = { name: 'season', periodMs: days * DAY_MS, fourierOrder: 3, priorScale: 10 };
    features.forEach((value, column) => {
      const beta = features.map((_, i) => (i === column ? 1 : 0));
      const model = handmadeModel({ params: { beta }, seasonalities: [seasonality] });
      const { components } = prophet.predict(model, [Date.parse('2012-05-18')]);
      expect(components.season[0]).toBeCloseTo(value, 6);
    });
  });

  it('do not depend on where the history starts', () => {
    const seasonality = { name: 'daily', periodMs: DAY_MS, fourierOrder: 1, priorScale: 10 };
    const model = handmadeModel({ params: { beta: [1, 0] }, seasonalities: [seasonality] });
    const later: Model = { ...model, scaling: { ...model.scaling, timeStart: 5 * HOUR_MS } };
    const at = [6 * HOUR_MS, 18 * HOUR_MS];
    expect(prophet.predict(later, at).components.daily).toEqual(prophet.predict(model, at).components.daily);
    expect(prophet.predict(model, at).components.daily[0]).toBeCloseTo(1, 12);
  });

  it('hold before 1970 too', () => {
    const seasonality = { name: 'daily', periodMs: DAY_MS, fourierOrder: 1, priorScale: 10 };
    const model = handmadeModel({ params: { beta: [1, 0] }, seasonalities: [seasonality] });
    expect(prophet.predict(model, [-6 * HOUR_MS]).components.daily[0]).toBeCloseTo(-1, 12);
  });
});

describe('fit(history).seasonalities, by Prophet’s automatic rules', () => {
  it.each([
    { n: 48, stepMs: HOUR_MS, span: '1 d 23 h', active: [] },
    { n: 49, stepMs: HOUR_MS, span: '2 d', active: ['daily'] },
    { n: 336, stepMs: HOUR_MS, span: '13 d 23 h', active: ['daily'] },
    { n: 337, stepMs: HOUR_MS, span: '14 d', active: ['weekly', 'daily'] },
    { n: 730, stepMs: DAY_MS, span: '729 d', active: ['weekly'] },
    { n: 731, stepMs: DAY_MS, span: '730 d', active: ['yearly', 'weekly'] },
    { n: 105, stepMs: 7 * DAY_MS, span: '728 d', active: [] },
    { n: 106, stepMs: 7 * DAY_MS, span: '735 d', active: ['yearly'] },
  ])('are $active for $n rows over $span', ({ n, stepMs, active }) => {
    expect(names(fitted(series(n, stepMs)))).toEqual(active);
  });

  it('look at the smallest step that is not zero', () => {
    const { time, y } = series(80, 12 * HOUR_MS);
    const paired = Array.from(time, (at, i) => at - (i % 2) * 12 * HOUR_MS);
    expect(names(fitted({ time: paired, y }))).toEqual(['weekly']);
  });

  itWithReference.each([
    { rows: 'the first 15 of data.csv', name: 'data.csv', n: 15, every: 1, active: ['weekly'] },
    { rows: 'the first 9 of data.csv', name: 'data.csv', n: 9, every: 1, active: [] },
    { rows: 'every 7th of data.csv', name: 'data.csv', n: 510, every: 7, active: ['yearly'] },
    { rows: 'all of data.csv', name: 'data.csv', n: 510, every: 1, active: ['yearly', 'weekly'] },
    { rows: 'the first 240 of data.csv', name: 'data.csv', n: 240, every: 1, active: ['weekly'] },
    { rows: 'all of data2.csv', name: 'data2.csv', n: 863, every: 1, active: ['daily'] },
    { rows: 'the first 430 of data2.csv', name: 'data2.csv', n: 430, every: 1, active: [] },
  ])('are $active for $rows', ({ name, n, every, active }) => {
    expect(names(fitted(firstRows(`prophet/${name}`, n, every)))).toEqual(active);
  });

  it('have Prophet’s periods, orders and prior scale', () => {
    const model = fitted(series(731 * 4, 6 * HOUR_MS));
    expect(model.seasonalities).toEqual([
      { name: 'yearly', periodMs: 365.25 * DAY_MS, fourierOrder: 10, priorScale: 10 },
      { name: 'weekly', periodMs: 7 * DAY_MS, fourierOrder: 3, priorScale: 10 },
      { name: 'daily', periodMs: DAY_MS, fourierOrder: 4, priorScale: 10 },
    ]);
    expect(model.params.beta).toHaveLength(20 + 6 + 8);
    expect(model.inactiveSeasonalities).toEqual([]);
  });

  it('come with the reason for each that is not there', () => {
    expect(fitted(series(24, HOUR_MS)).inactiveSeasonalities).toEqual([
      { name: 'yearly', reason: 'the history spans 23 h, less than 730 d' },
      { name: 'weekly', reason: 'the history spans 23 h, less than 14 d' },
      { name: 'daily', reason: 'the history spans 23 h, less than 2 d' },
    ]);
    expect(fitted(series(106, 7 * DAY_MS), { dailySeasonality: false }).inactiveSeasonalities).toEqual([
      { name: 'weekly', reason: 'the rows are 7 d apart, not less than 7 d' },
      { name: 'daily', reason: 'switched off' },
    ]);
  });
});

describe('fit(history, options).seasonalities', () => {
  const short = () => series(24, HOUR_MS);
  const month = () => series(30 * 24, HOUR_MS);
  const halfDay = { name: 'half day', periodMs: 12 * HOUR_MS, fourierOrder: 2 };

  it('are forced on by true, with the usual order', () => {
    const all = { yearlySeasonality: true, weeklySeasonality: true, dailySeasonality: true };
    expect(orders(fitted(short(), all))).toEqual([
      ['yearly', 10],
      ['weekly', 3],
      ['daily', 4],
    ]);
  });

  it('take an order, and the prior scale of all seasonalities', () => {
    const model = fitted(month(), { weeklySeasonality: 2, dailySeasonality: 7, seasonalityPriorScale: 3 });
    expect(model.seasonalities).toEqual([
      { name: 'weekly', periodMs: 7 * DAY_MS, fourierOrder: 2, priorScale: 3 },
      { name: 'daily', periodMs: DAY_MS, fourierOrder: 7, priorScale: 3 },
    ]);
  });

  it.each([false, 0] as const)('are switched off by %p', (off) => {
    expect(names(fitted(month(), { weeklySeasonality: off, dailySeasonality: off }))).toEqual([]);
  });

  it('start with the caller’s own, then yearly, weekly, daily', () => {
    const model = fitted(month(), { yearlySeasonality: 1, seasonalities: [halfDay] });
    expect(names(model)).toEqual(['half day', 'yearly', 'weekly', 'daily']);
    expect(model.seasonalities[0]).toEqual({ ...halfDay, priorScale: 10 });
  });

  it('keep the caller’s weekly under auto and false, and replace it where weekly is asked for', () => {
    const own = { name: 'weekly', periodMs: 7 * DAY_MS, fourierOrder: 5, priorScale: 2 };
    const weekly = (weeklySeasonality: 'auto' | boolean | number) =>
      fitted(month(), { seasonalities: [own], weeklySeasonality, dailySeasonality: false }).seasonalities;
    expect(weekly('auto')).toEqual([own]);
    expect(weekly(false)).toEqual([own]);
    expect(weekly(true)).toEqual([{ ...own, fourierOrder: 3, priorScale: 10 }]);
    expect(weekly(6)).toEqual([{ ...own, fourierOrder: 6, priorScale: 10 }]);
  });

  it('find the amplitude of a cycle that the caller names', () => {
    const time = Array.from({ length: 600 }, (_, i) => Date.parse('2024-01-01') + i * HOUR_MS);
    const wave = (at: number) => 3 * Math.sin((2 * Math.PI * at) / halfDay.periodMs);
    const scatter = (i: number) => 0.1 * (((7919 * i) % 1009) / 1009 - 0.5);
    const y = time.map((at, i) => 20 + wave(at) + scatter(i));
    const model = fitted({ time, y }, { seasonalities: [halfDay], dailySeasonality: false, weeklySeasonality: false });
    const future = [3, 9, 15].map((hours) => time[599] + HOUR_MS + hours * HOUR_MS);
    prophet.predict(model, future).components['half day'].forEach((value, i) => {
      expect(Math.abs(value - wave(future[i]))).toBeLessThan(0.02);
    });
  });

  it('shrink to nothing under a small prior scale', () => {
    const { time, y } = month();
    const size = (seasonalityPriorScale: number) =>
      Math.max(...prophet.fit({ time, y }, { seasonalityPriorScale }).params.beta.map(Math.abs));
    expect(size(1e-5)).toBeLessThan(0.01 * size(10));
  });
});
