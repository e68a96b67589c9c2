import { loadProphet, type Prophet, type ProphetOptions } from 'prophet-wasm';

import { handmadeModel } from './handmadeModel.js';
import { itWithReference, readReference } from './reference.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

describe('seasonalities', () => {
  let prophet: Prophet;
  beforeAll(async () => {
    prophet = await loadProphet();
  });

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
    expect(fitRegular(15, DAY_MS).inactiveSeasonalities).toContainEqual({
      name: 'daily',
      reason: 'the rows are 1 d apart, not less than 1 d',
    });
  });

  it.each([
    [{ weeklySeasonality: true }, ['weekly 3', 'daily 4']],
    [{ weeklySeasonality: 2 }, ['weekly 2', 'daily 4']],
    [{ dailySeasonality: false }, []],
    [{ dailySeasonality: 0 }, []],
    [{ dailySeasonality: 7 }, ['daily 7']],
  ])('obey a switch over the rules: %j', (options, expected) => {
    expect(names(100, HOUR_MS, options)).toEqual(expected);
  });

  it('take the prior scale of the options', () => {
    const model = fitRegular(100, HOUR_MS, { seasonalityPriorScale: 3 });
    expect(model.seasonalities).toEqual([{ name: 'daily', periodMs: DAY_MS, fourierOrder: 4, priorScale: 3 }]);
  });

  it('of the caller’s own come first and keep their figures', () => {
    const monthly = { name: 'monthly', periodMs: 30 * DAY_MS, fourierOrder: 5, priorScale: 2 };
    const model = fitRegular(100, HOUR_MS, { seasonalities: [monthly] });
    expect(model.seasonalities[0]).toEqual(monthly);
    expect(model.seasonalities[1].name).toBe('daily');
    expect(model.params.beta).toHaveLength(18);
  });

  it('of the caller’s own replace a built-in one of the same name under auto', () => {
    const daily = { name: 'daily', periodMs: DAY_MS, fourierOrder: 9, priorScale: 1 };
    const model = fitRegular(100, HOUR_MS, { seasonalities: [daily] });
    expect(model.seasonalities).toEqual([daily]);
    expect(model.inactiveSeasonalities.map(({ name }) => name)).toEqual(['yearly', 'weekly']);
  });

  it('switched on replace the caller’s own of the same name', () => {
    const daily = { name: 'daily', periodMs: DAY_MS, fourierOrder: 9, priorScale: 1 };
    expect(names(100, HOUR_MS, { seasonalities: [daily], dailySeasonality: true })).toEqual(['daily 4']);
  });

  it.each([
    [7 * DAY_MS, [0.7818315, 0.6234898, 0.9749279, -0.2225209, 0.4338837, -0.9009689]],
    [365.25 * DAY_MS, [0.7006152, -0.7135393, -0.999833, 0.01827656, 0.7262249, 0.6874572]],
  ])('have upstream’s Fourier features on 2012-05-18, period %d ms', (periodMs, expected) => {
    const features = expected.map((_, j) => {
      const beta = expected.map((_, i) => (i === j ? 1 : 0));
      const seasonality = { name: 'season', periodMs, fourierOrder: 3, priorScale: 10 };
      const model = handmadeModel({ seasonalities: [seasonality], params: { beta } });
      return prophet.predict(model, [Date.UTC(2012, 4, 18)]).components.season[0];
    });
    features.forEach((feature, j) => expect(feature).toBeCloseTo(expected[j], 6));
  });

  it('keep their phase exact for periods that are no whole number of milliseconds', () => {
    const seasonality = { name: 'third', periodMs: 1000 / 3, fourierOrder: 1, priorScale: 10 };
    const model = handmadeModel({ seasonalities: [seasonality], params: { beta: [1, 0] } });
    const late = prophet.predict(model, [1e15]).components.third[0];
    const remainder = 1e15 % (1000 / 3);
    expect(late).toBeCloseTo(Math.sin((2 * Math.PI * remainder) / (1000 / 3)), 12);
  });

  itWithReference.each([
    ['prophet/data.csv', 15, ['weekly']],
    ['prophet/data.csv', 9, []],
    ['prophet/data.csv', 240, ['weekly']],
    ['prophet/data.csv', 510, ['yearly', 'weekly']],
    ['prophet/data2.csv', 863, ['daily']],
    ['prophet/data2.csv', 430, []],
  ])('are upstream’s on the first rows of %s: %d', (name, n, expected) => {
    const { time, y } = readReference(name);
    const history = { time: Array.from(time).slice(0, n), y: Array.from(y).slice(0, n) };
    expect(prophet.fit(history).seasonalities.map((seasonality) => seasonality.name)).toEqual(expected);
  });
});
