import { loadProphet, type Model, type Prophet, type ProphetOptions } from 'prophet-wasm';

import { handmadeModel } from './handmadeModel.js';
import { itWithReference, readReference } from './reference.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** Additive, without a condition. */
const everywhere = { mode: 'additive', conditionName: null } as const;

const halfDay = { name: 'half day', periodMs: 12 * HOUR_MS, fourierOrder: 2 };
const monthly = { name: 'monthly', periodMs: 30 * DAY_MS, fourierOrder: 5 };

let prophet: Prophet;
beforeAll(async () => {
  prophet = await loadProphet();
});

describe('the seasonalities of a fit', () => {
  const fitRegular = (n: number, stepMs: number, options: ProphetOptions = {}) => {
    const time = Array.from({ length: n }, (_, i) => i * stepMs);
    return prophet.fit({ time, y: time.map((_, i) => Math.sin(i) + i / n) }, options);
  };
  const names = (n: number, stepMs: number, options?: ProphetOptions) =>
    fitRegular(n, stepMs, options).seasonalities.map(({ name, fourierOrder }) => `${name} ${fourierOrder}`);

  it.each([
    [48, HOUR_MS, []],
    [49, HOUR_MS, ['daily 4']],
    [336, HOUR_MS, ['daily 4']],
    [337, HOUR_MS, ['weekly 3', 'daily 4']],
    [14, DAY_MS, []],
    [15, DAY_MS, ['weekly 3']],
    [730, DAY_MS, ['weekly 3']],
    [731, DAY_MS, ['yearly 10', 'weekly 3']],
    [110, 7 * DAY_MS, ['yearly 10']],
    [4033, 5 * MINUTE_MS, ['weekly 3', 'daily 4']],
  ])('are chosen by Prophet’s rules: %d rows, %d ms apart', (n, stepMs, expected) => {
    expect(names(n, stepMs)).toEqual(expected);
  });

  it('that are off come with the reason', () => {
    expect(fitRegular(336, HOUR_MS, { dailySeasonality: false }).inactiveSeasonalities).toEqual([
      { name: 'yearly', reason: 'the history spans 13 d 23 h, less than 730 d' },
      { name: 'weekly', reason: 'the history spans 13 d 23 h, less than 14 d' },
      { name: 'daily', reason: 'switched off' },
    ]);
    expect(fitRegular(110, 7 * DAY_MS).inactiveSeasonalities).toEqual([
      { name: 'weekly', reason: 'the rows are 7 d apart, not less than 7 d' },
      { name: 'daily', reason: 'the rows are 7 d apart, not less than 1 d' },
    ]);
  });

  it.each([
    [{ weeklySeasonality: true }, ['weekly 3', 'daily 4']],
    [{ weeklySeasonality: 2 }, ['weekly 2', 'daily 4']],
    [{ dailySeasonality: false }, []],
    [{ dailySeasonality: 0 }, []],
    [{ dailySeasonality: 7 }, ['daily 7']],
    [
      { yearlySeasonality: true, weeklySeasonality: true, dailySeasonality: true },
      ['yearly 10', 'weekly 3', 'daily 4'],
    ],
  ])('obey a switch over the rules: %j', (options, expected) => {
    expect(names(100, HOUR_MS, options)).toEqual(expected);
  });

  it('have Prophet’s periods, orders and prior scale', () => {
    const model = fitRegular(731 * 4, 6 * HOUR_MS);
    expect(model.seasonalities).toEqual([
      { name: 'yearly', periodMs: 365.25 * DAY_MS, fourierOrder: 10, priorScale: 10, ...everywhere },
      { name: 'weekly', periodMs: 7 * DAY_MS, fourierOrder: 3, priorScale: 10, ...everywhere },
      { name: 'daily', periodMs: DAY_MS, fourierOrder: 4, priorScale: 10, ...everywhere },
    ]);
    expect(model.params.beta).toHaveLength(20 + 6 + 8);
    expect(model.inactiveSeasonalities).toEqual([]);
  });

  it('are decided by the smallest step that is not zero', () => {
    const time = Array.from({ length: 80 }, (_, i) => (i - (i % 2)) * 12 * HOUR_MS);
    const model = prophet.fit({ time, y: time.map((_, i) => Math.sin(i) + Math.cos(i * i)) });
    expect(model.seasonalities.map(({ name }) => name)).toEqual(['weekly']);
  });

  it('take the prior scale of the options where they have none of their own', () => {
    const options = {
      seasonalities: [halfDay, { ...monthly, priorScale: 2, ...everywhere }],
      seasonalityPriorScale: 3,
    };
    expect(fitRegular(100, HOUR_MS, options).seasonalities).toEqual([
      { ...halfDay, priorScale: 3, ...everywhere },
      { ...monthly, priorScale: 2, ...everywhere },
      { name: 'daily', periodMs: DAY_MS, fourierOrder: 4, priorScale: 3, ...everywhere },
    ]);
  });

  it.each<readonly [ProphetOptions, string, number]>([
    [{ weeklySeasonality: 2 }, 'weekly', 2],
    [{ yearlySeasonality: 7 }, 'yearly', 7],
    [{ dailySeasonality: 7 }, 'daily', 7],
  ])('have the order of a switch, %j, and the prior scale of the options', (options, name, fourierOrder) => {
    const { seasonalities } = fitRegular(100, HOUR_MS, { ...options, seasonalityPriorScale: 3 });
    expect(seasonalities.find((one) => one.name === name)).toMatchObject({ fourierOrder, priorScale: 3 });
  });

  it('start with the caller’s own, then yearly, weekly, daily, whatever the order of the options', () => {
    const options = { dailySeasonality: 2, yearlySeasonality: 1, seasonalities: [monthly, halfDay] };
    expect(names(337, HOUR_MS, options)).toEqual(['monthly 5', 'half day 2', 'yearly 1', 'weekly 3', 'daily 2']);
  });

  it.each([
    ['auto', 5, 2],
    [false, 5, 2],
    [true, 3, 10],
    [6, 6, 10],
  ] as const)(
    'have for a weekly one of the caller’s own and %p: order %d, prior scale %d',
    (given, fourierOrder, priorScale) => {
      const own = { name: 'weekly', periodMs: 7 * DAY_MS, fourierOrder: 5, priorScale: 2, ...everywhere };
      const model = fitRegular(100, HOUR_MS, { seasonalities: [own], weeklySeasonality: given });
      expect(model.seasonalities[0]).toEqual({ ...own, fourierOrder, priorScale });
      expect(model.inactiveSeasonalities.map(({ name }) => name)).toEqual(['yearly']);
    },
  );

  it('find the size and phase of a cycle that the caller names', () => {
    const time = Array.from({ length: 600 }, (_, i) => Date.UTC(2024, 0, 1) + i * HOUR_MS);
    const wave = (at: number) => 3 * Math.sin((2 * Math.PI * at) / halfDay.periodMs);
    const y = time.map((at, i) => 20 + wave(at) + 0.1 * (((7919 * i) % 1009) / 1009 - 0.5));
    const options = { seasonalities: [halfDay], dailySeasonality: false, weeklySeasonality: false };
    const future = [3, 5, 9].map((hours) => time[599] + hours * HOUR_MS);
    const { components } = prophet.predict(prophet.fit({ time, y }, options), future);
    components['half day'].forEach((value, i) => expect(Math.abs(value - wave(future[i]))).toBeLessThan(0.02));
  });

  it('shrink to nothing under a small prior scale', () => {
    const size = (seasonalityPriorScale: number) =>
      Math.max(...fitRegular(720, HOUR_MS, { seasonalityPriorScale }).params.beta.map(Math.abs));
    expect(size(1e-5)).toBeLessThan(0.01 * size(10));
  });

  itWithReference.each([
    ['prophet/data.csv', 15, ['weekly']],
    ['prophet/data.csv', 9, []],
    ['prophet/data.csv', 240, ['weekly']],
    ['prophet/data.csv', 510, ['yearly', 'weekly']],
    ['prophet/data2.csv', 863, ['daily']],
    ['prophet/data2.csv', 430, []],
    ['prophet/data3.csv', 40, ['weekly']],
  ])('are upstream’s on the first rows of %s: %d', (name, n, expected) => {
    const { time, y } = readReference(name);
    const history = { time: Array.from(time).slice(0, n), y: Array.from(y).slice(0, n) };
    expect(prophet.fit(history).seasonalities.map((seasonality) => seasonality.name)).toEqual(expected);
  });
});

describe('predict(model, time).components', () => {
  const sine = { name: 'daily', periodMs: DAY_MS, fourierOrder: 1, priorScale: 10, ...everywhere };
  const model = handmadeModel({ params: { beta: [1, 0] }, seasonalities: [sine] });

  it('count their phase from 1970-01-01 00:00 UTC, before it too', () => {
    const { daily } = prophet.predict(model, [0, 6 * HOUR_MS, 18 * HOUR_MS, -6 * HOUR_MS]).components;
    [0, 1, -1, -1].forEach((value, i) => expect(daily[i]).toBeCloseTo(value, 12));
  });

  it('do not depend on where the history starts, or how long it is', () => {
    const other: Model = { ...model, scaling: { ...model.scaling, timeStart: 5 * HOUR_MS, timeScaleMs: 7 } };
    const at = [6 * HOUR_MS, 20 * HOUR_MS];
    expect(prophet.predict(other, at).components).toEqual(prophet.predict(model, at).components);
  });

  it('are in data units', () => {
    const scaled: Model = { ...model, scaling: { ...model.scaling, yScale: 40, yMin: 100 } };
    expect(prophet.predict(scaled, [6 * HOUR_MS]).components.daily[0]).toBeCloseTo(40, 12);
  });

  it.each([
    [7 * DAY_MS, [0.7818315, 0.6234898, 0.9749279, -0.2225209, 0.4338837, -0.9009689]],
    [365.25 * DAY_MS, [0.7006152, -0.7135393, -0.999833, 0.01827656, 0.7262249, 0.6874572]],
  ])('have upstream’s Fourier features on 2012-05-18, period %d ms', (periodMs, expected) => {
    const features = expected.map((_, j) => {
      const beta = expected.map((_, i) => (i === j ? 1 : 0));
      const seasonality = { name: 'season', periodMs, fourierOrder: 3, priorScale: 10, ...everywhere };
      const model = handmadeModel({ seasonalities: [seasonality], params: { beta } });
      return prophet.predict(model, [Date.UTC(2012, 4, 18)]).components.season[0];
    });
    features.forEach((feature, j) => expect(feature).toBeCloseTo(expected[j], 6));
  });

  it('keep their phase exact for periods that are no whole number of milliseconds', () => {
    const seasonality = { name: 'third', periodMs: 1000 / 3, fourierOrder: 1, priorScale: 10, ...everywhere };
    const model = handmadeModel({ seasonalities: [seasonality], params: { beta: [1, 0] } });
    const late = prophet.predict(model, [1e15]).components.third[0];
    const remainder = 1e15 % (1000 / 3);
    expect(late).toBeCloseTo(Math.sin((2 * Math.PI * remainder) / (1000 / 3)), 12);
  });
});
