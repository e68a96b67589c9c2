import fc from 'fast-check';
import { loadProphet, type Model, type Prophet, type ProphetOptions, type RegularHistory } from 'prophet-wasm';

import { createRandom } from './random.js';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

let prophet: Prophet;
beforeAll(async () => {
  prophet = await loadProphet();
});

/** A regular series with a day, a week, a bend and noise; some values missing. */
function drawRegular(
  seed: number,
  n: number,
  stepMs: number,
  missing: number,
): RegularHistory & { readonly y: Float64Array } {
  const random = createRandom(seed);
  const start = 1_704_067_200_000 + random.integer(0, 1e9);
  const y = Float64Array.from({ length: n }, (_, i) => {
    const at = start + i * stepMs;
    const shape = Math.sin((2 * Math.PI * at) / DAY_MS) + 0.5 * Math.cos((2 * Math.PI * at) / (7 * DAY_MS));
    const value = 10 + shape + (i > n / 2 ? (4 * i) / n : 0) + 0.3 * random.normal();
    return i > 0 && i < n - 1 && random.uniform() < missing ? NaN : value;
  });
  return { start, stepMs, y };
}

/** A holiday that no row falls on: it has no effect, but a model with holidays is fitted row by row. */
const rowByRow: ProphetOptions = { holidays: [{ name: 'never', day: '1900-01-01' }] };

/** The same model to 1e-9: log posterior, and forecast within the history and as far again. */
function expectSame(actual: Model, expected: Model, { start, stepMs, y }: RegularHistory): void {
  expect(actual.fit.status).toBe(expected.fit.status);
  const [ours, theirs] = [actual.fit.logPosterior, expected.fit.logPosterior];
  expect(Math.abs(ours - theirs)).toBeLessThan(1e-9 * (1 + Math.abs(theirs)));
  const rows = { start, stepMs: 3 * stepMs, count: Math.floor((2 * y.length) / 3) };
  const [one, other] = [prophet.predict(actual, rows), prophet.predict(expected, rows)];
  const size = Math.max(...other.yhat.map(Math.abs));
  for (const column of ['yhat', 'yhatLower', 'yhatUpper'] as const) {
    one[column].forEach((value, i) => expect(Math.abs(value - other[column][i])).toBeLessThan(1e-9 * size));
  }
}

function expectSameByRows(history: RegularHistory, options: ProphetOptions): void {
  expectSame(prophet.fit(history, options), prophet.fit(history, { ...options, ...rowByRow }), history);
}

describe('the fit of a regular series by its shape is the fit of its rows', () => {
  it('for any length, step, share of gaps and seasonality', () => {
    const property = fc.property(
      fc.integer({ min: 0, max: 2 ** 31 }),
      fc.integer({ min: 50, max: 900 }),
      fc.constantFrom(1, 5, 7, 60, 97, 360, 1440),
      fc.constantFrom(0, 0, 0.05, 0.25),
      fc.record({
        growth: fc.constantFrom('linear' as const, 'linear' as const, 'flat' as const),
        scaling: fc.constantFrom('absmax' as const, 'minmax' as const),
        changepointPriorScale: fc.constantFrom(0.01, 0.05, 0.5),
        nChangepoints: fc.constantFrom(0, 7, 25),
      }),
      (seed, n, minutes, missing, options) =>
        expectSameByRows(drawRegular(seed, n, minutes * MINUTE_MS, missing), options),
    );
    fc.assert(property, { seed: 3, numRuns: 100 });
  });

  // Where a harmonic has a whole number of cycles in whole or half steps, columns are constant, vanish, or are each other.
  it.each<readonly [string, number, ProphetOptions]>([
    ['a harmonic of two steps, whose sine vanishes', 60, { dailySeasonality: 12 }],
    ['harmonics beyond that, which mirror lower ones', 60, { dailySeasonality: 20 }],
    ['a harmonic of one step, which is constant', 360, { dailySeasonality: 4 }],
    ['a day of one step, all of it constant', 1440, { dailySeasonality: 4, weeklySeasonality: true }],
    ['a week of three and a half steps', 2880, { weeklySeasonality: 5, dailySeasonality: true }],
    [
      'two seasons of one period',
      60,
      { seasonalities: [{ name: 'again', periodMs: DAY_MS, fourierOrder: 3 }], dailySeasonality: 4 },
    ],
    [
      'a season that is a harmonic of another',
      30,
      { seasonalities: [{ name: 'third', periodMs: DAY_MS / 3, fourierOrder: 2 }], dailySeasonality: 8 },
    ],
    [
      'a period that is a thousandth more than two steps',
      60,
      { seasonalities: [{ name: 'beat', periodMs: 7_207_200, fourierOrder: 1 }] },
    ],
  ])('for %s', (_, minutes, options) => {
    for (const missing of [0, 0.1]) {
      expectSameByRows(drawRegular(5, 400, minutes * MINUTE_MS, missing), options);
    }
  });
});

describe('fitMany', () => {
  it('gives every series the fit that it has alone', () => {
    const property = fc.property(
      fc.integer({ min: 0, max: 2 ** 31 }),
      fc.integer({ min: 60, max: 500 }),
      fc.constantFrom(5, 60, 360),
      (seed, n, minutes) => {
        const histories = [0, 1, 2].map((i) => drawRegular(seed + i, n, minutes * MINUTE_MS, i === 2 ? 0.05 : 0));
        const [{ start, stepMs }] = histories;
        const ys = histories.map(({ y }) => y);
        const models = prophet.fitMany({ start, stepMs, ys });
        models.forEach((model, i) => expect(model).toEqual(prophet.fit({ start, stepMs, y: ys[i] })));
      },
    );
    fc.assert(property, { seed: 4, numRuns: 40 });
  });
});

describe('append', () => {
  it('gives the fit of the window as it stands', () => {
    const property = fc.property(
      fc.integer({ min: 0, max: 2 ** 31 }),
      fc.integer({ min: 100, max: 500 }),
      fc.integer({ min: 1, max: 60 }),
      fc.constantFrom(5, 60, 360),
      (seed, n, appended, minutes) => {
        const { start, stepMs, y } = drawRegular(seed, n + appended, minutes * MINUTE_MS, 0);
        const rolling = prophet.roll({ start, stepMs, y: y.slice(0, n) });
        rolling.append(y.slice(n));
        const window = { start: start + appended * stepMs, stepMs, y: y.slice(appended) };
        expectSame(rolling.model(), prophet.fit(window), window);
      },
    );
    fc.assert(property, { seed: 5, numRuns: 60 });
  });
});
