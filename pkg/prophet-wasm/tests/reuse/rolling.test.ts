import { loadProphet, type Model, type Prophet, type ProphetOptions } from 'prophet-wasm';

import { createRandom } from '../random.js';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const START = Date.UTC(2026, 0, 5);
const STEP_MS = 10 * MINUTE_MS;
const WINDOW = 14 * 144;

/** Samples every ten minutes: a day, a week, noise, a step up after 16 days. */
function samplesOf(n: number): Float64Array {
  const random = createRandom(3);
  return Float64Array.from({ length: n }, (_, i) => {
    const day = (i * STEP_MS) / DAY_MS;
    const shape = 0.1 * Math.sin(2 * Math.PI * day) + 0.03 * Math.cos((2 * Math.PI * day) / 7);
    return 0.4 + shape + (day > 16 ? 0.05 : 0) + 0.02 * random.normal();
  });
}

let prophet: Prophet;
beforeAll(async () => {
  prophet = await loadProphet();
});

const historyOf = (y: Float64Array, first: number) => ({
  start: START + first * STEP_MS,
  stepMs: STEP_MS,
  y: y.slice(first, first + WINDOW),
});

/** The same model to 1e-9: log posterior, forecast within the window and a day after it. */
function expectSameModel(actual: Model, expected: Model): void {
  expect(actual.history).toEqual(expected.history);
  expect(actual.options).toEqual(expected.options);
  expect(actual.fit.status).toBe(expected.fit.status);
  const [ours, theirs] = [actual.fit.logPosterior, expected.fit.logPosterior];
  expect(Math.abs(ours - theirs)).toBeLessThan(1e-9 * Math.abs(theirs));
  const rows = { start: expected.history.start, stepMs: 7 * STEP_MS, count: 310 };
  const [one, other] = [prophet.predict(actual, rows), prophet.predict(expected, rows)];
  one.yhat.forEach((yhat, i) => {
    expect(Math.abs(yhat - other.yhat[i])).toBeLessThan(1e-9 * Math.abs(other.yhat[i]));
    expect(Math.abs(one.yhatUpper[i] - other.yhatUpper[i])).toBeLessThan(1e-9 * Math.abs(other.yhatUpper[i]));
  });
}

const settings: readonly (readonly [string, ProphetOptions])[] = [
  ['the usual options', {}],
  ['a weekly pattern', { weeklySeasonality: 6 }],
  ['a flat trend', { growth: 'flat' }],
  ['minmax scaling', { scaling: 'minmax', changepointPriorScale: 0.5 }],
  ['a season of no whole number of rows', { seasonalities: [{ name: 'odd', periodMs: 7_777_777, fourierOrder: 2 }] }],
  ['multiplicative seasonality', { seasonalityMode: 'multiplicative' }],
  ['explicit changepoints', { changepoints: [START + 10 * DAY_MS] }],
  ['a clock that changes to summer time within the window', { timeZone: 'America/New_York' }],
];

describe('roll(history, options)', () => {
  it.each(settings)('has the model of its window after every step, with %s', (_, options) => {
    const y = samplesOf(WINDOW + 40);
    const rolling = prophet.roll(historyOf(y, 0), options);
    expectSameModel(rolling.model(), prophet.fit(historyOf(y, 0), options));
    for (const step of [1, 1, 2, 36]) {
      const first = (rolling.model().history.start - START) / STEP_MS;
      rolling.append(y.subarray(first + WINDOW, first + WINDOW + step));
      expectSameModel(rolling.model(), prophet.fit(historyOf(y, first + step), options));
    }
  });

  it('does not lose digits over 2,500 steps', () => {
    const y = samplesOf(WINDOW + 2500);
    const rolling = prophet.roll(historyOf(y, 0));
    for (let i = 0; i < 2500; i++) {
      rolling.append([y[WINDOW + i]]);
      if (i % 100 === 0) {
        rolling.model();
      }
    }
    expectSameModel(rolling.model(), prophet.fit(historyOf(y, 2500)));
  });

  it('goes on through missing values', () => {
    const y = samplesOf(WINDOW + 20);
    y.fill(NaN, WINDOW + 3, WINDOW + 6);
    const rolling = prophet.roll(historyOf(y, 0));
    for (let first = 1; first <= 20; first++) {
      rolling.append([y[WINDOW + first - 1]]);
      const window = historyOf(y, first);
      const { model } = { model: rolling.model() };
      expect(model.history).toEqual(prophet.fit(window).history);
    }
    expectSameModel(rolling.model(), prophet.fit(historyOf(y, 20)));
  });

  it('leaves the caller’s values alone, and is not moved by what happens to them', () => {
    const y = samplesOf(WINDOW);
    const rolling = prophet.roll(historyOf(y, 0));
    const before = rolling.model();
    y.fill(0);
    expect(rolling.model()).toBe(before);
    rolling.append([0.4]);
    expect(rolling.model().scaling.yScale).toBeGreaterThan(0.4);
  });

  it.each([
    [
      'a history without a step',
      { time: [0, 1], y: [1, 2] },
      'invalid history: an object (expected start, stepMs and y',
    ],
    ['a step of nothing', { start: 0, stepMs: 0, y: [1, 2] }, 'invalid stepMs: 0 (expected milliseconds'],
    ['a start beyond all dates', { start: 1e17, stepMs: 1, y: [1, 2] }, 'invalid start: 100000000000000000'],
  ])('refuses %s', (_, history, message) => {
    const untyped = JSON.parse(JSON.stringify(history));
    expect(() => prophet.roll(untyped)).toThrow(RangeError);
    expect(() => prophet.roll(untyped)).toThrow(message);
  });

  it.each([
    ['[null]', 'invalid y[0]: null (expected a finite number, or NaN for a missing one)'],
    ['7', 'invalid y: 7 (expected a list of values)'],
  ])('refuses to append %s', (values, message) => {
    const rolling = prophet.roll(historyOf(samplesOf(WINDOW), 0));
    expect(() => rolling.append(JSON.parse(values))).toThrow(message);
  });
});
