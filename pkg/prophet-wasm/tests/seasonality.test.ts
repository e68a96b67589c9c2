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
  const time = Array.from({ length: n }, (_, i) => Date.UTC(2022, 0, 1) + i * stepMs);
  return { time, y: time.map((_, i) => 5 + Math.sin(i) + Math.cos(i * i)) };
}

const names = ({ seasonalities }: Model) => seasonalities.map(({ name }) => name);
const halfDay = { name: 'half day', periodMs: 12 * HOUR_MS, fourierOrder: 2 };

describe('predict(model, time).components', () => {
  const sine = { name: 'daily', periodMs: DAY_MS, fourierOrder: 1, priorScale: 10 };
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
});

describe('fit(history).seasonalities', () => {
  it('are judged by the smallest step that is not zero', () => {
    const { time, y } = series(80, 12 * HOUR_MS);
    const daysTwice = Array.from(time, (at, i) => at - (i % 2) * 12 * HOUR_MS);
    expect(names(prophet.fit({ time: daysTwice, y }))).toEqual(['weekly']);
  });

  itWithReference('have no weekly one where rows are a week apart or more, as every 7th of data.csv', () => {
    const { time, y } = readReference('prophet/data.csv');
    const every7th = (values: ArrayLike<number>) => Array.from(values).filter((_, i) => i % 7 === 0);
    const model = prophet.fit({ time: every7th(time), y: every7th(y) });
    expect(names(model)).toEqual(['yearly']);
    expect(model.inactiveSeasonalities).toContainEqual({
      name: 'weekly',
      reason: 'the rows are 9 d apart, not less than 7 d',
    });
  });

  it('have Prophet’s periods, orders and prior scale', () => {
    const model = prophet.fit(series(731 * 4, 6 * HOUR_MS));
    expect(model.seasonalities).toEqual([
      { name: 'yearly', periodMs: 365.25 * DAY_MS, fourierOrder: 10, priorScale: 10 },
      { name: 'weekly', periodMs: 7 * DAY_MS, fourierOrder: 3, priorScale: 10 },
      { name: 'daily', periodMs: DAY_MS, fourierOrder: 4, priorScale: 10 },
    ]);
    expect(model.params.beta).toHaveLength(20 + 6 + 8);
    expect(model.inactiveSeasonalities).toEqual([]);
  });
});

describe('fit(history, options).seasonalities', () => {
  const month = series(30 * 24, HOUR_MS);

  it('are forced on by true however short the history, with the usual orders', () => {
    const all = { yearlySeasonality: true, weeklySeasonality: true, dailySeasonality: true };
    const orders = prophet.fit(series(24, HOUR_MS), all).seasonalities.map(({ fourierOrder }) => fourierOrder);
    expect(orders).toEqual([10, 3, 4]);
  });

  it('start with the caller’s own, then yearly, weekly, daily, whatever the order of the options', () => {
    const options: ProphetOptions = { dailySeasonality: 2, yearlySeasonality: 1, seasonalities: [halfDay] };
    expect(names(prophet.fit(month, options))).toEqual(['half day', 'yearly', 'weekly', 'daily']);
  });

  it('give the caller’s own the prior scale of all where it has none', () => {
    const [own] = prophet.fit(month, { seasonalities: [halfDay], seasonalityPriorScale: 3 }).seasonalities;
    expect(own).toEqual({ ...halfDay, priorScale: 3 });
  });

  it.each([
    ['auto', 5, 2],
    [false, 5, 2],
    [true, 3, 10],
    [6, 6, 10],
  ] as const)(
    'have for a weekly one of the caller’s own and %p: order %d, prior scale %d',
    (given, fourierOrder, priorScale) => {
      const own = { name: 'weekly', periodMs: 7 * DAY_MS, fourierOrder: 5, priorScale: 2 };
      const options = { seasonalities: [own], weeklySeasonality: given, dailySeasonality: false };
      expect(prophet.fit(month, options).seasonalities).toEqual([{ ...own, fourierOrder, priorScale }]);
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
      Math.max(...prophet.fit(month, { seasonalityPriorScale }).params.beta.map(Math.abs));
    expect(size(1e-5)).toBeLessThan(0.01 * size(10));
  });
});
