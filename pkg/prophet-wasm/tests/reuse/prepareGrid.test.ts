import fc from 'fast-check';
import {
  excludeRanges,
  loadProphet,
  type Model,
  type Prophet,
  type ProphetOptions,
  type RegularHistory,
} from 'prophet-wasm';

import { conditions, createDesign } from '../posterior.js';
import { createRandom, type Random } from '../random.js';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const START = Date.UTC(2026, 0, 5);

let prophet: Prophet;
beforeAll(async () => {
  prophet = await loadProphet();
});

type Series = RegularHistory & { readonly y: Float64Array };

/** A day, a week, a bend, a step up at two thirds, noise; a few values missing. */
function drawSeries(random: Random, n: number, stepMs: number, noise = 0.2): Series {
  const y = Float64Array.from({ length: n }, (_, i) => {
    const day = (i * stepMs) / DAY_MS;
    const shape = Math.sin(2 * Math.PI * day) + 0.5 * Math.cos((2 * Math.PI * day) / 7);
    const level = 10 + (i > n / 2 ? (4 * i) / n : 0) + (i >= (2 * n) / 3 ? 2 : 0);
    return random.uniform() < 0.01 ? NaN : level + shape + noise * random.normal();
  });
  return { start: START, stepMs, y };
}

/** Which rows are excluded: each by chance, whole stretches, or the same part of every cycle. */
const masks: Readonly<Record<string, (random: Random, n: number, share: number) => Uint8Array>> = {
  scattered: (random, n, share) => Uint8Array.from({ length: n }, () => (random.uniform() < share ? 1 : 0)),
  stretches(random, n, share) {
    const mask = new Uint8Array(n);
    for (let covered = 0; covered < share * n;) {
      const length = random.integer(1, Math.max(1, n >> 3));
      const first = random.integer(0, n - 1);
      mask.fill(1, first, first + length);
      covered += length;
    }
    return mask;
  },
  nights: (_, n, share) => Uint8Array.from({ length: n }, (_value, i) => (i % 40 < 40 * share ? 1 : 0)),
  'all but the last rows': (_, n, share) => Uint8Array.from({ length: n }, (_value, i) => (i < share * n ? 1 : 0)),
};

const without = ({ y, ...rest }: Series, mask: Uint8Array): Series => ({
  ...rest,
  y: y.map((value, i) => (mask[i] === 0 ? value : NaN)),
});

/** A holiday that no row falls on has no effect, but a model with holidays is fitted row by row. */
const rowByRow: ProphetOptions = { holidays: [{ name: 'never', day: '1900-01-01' }] };

/** The same optimum to a millionth of the noise, or nine digits of the values. */
function expectSame(actual: Model, expected: Model, { start, stepMs, y }: Series): void {
  expect(actual.fit.status).toBe(expected.fit.status);
  expect(actual.scaling).toEqual(expected.scaling);
  expect(actual.history).toEqual(expected.history);
  expect(actual.params.tChange).toEqual(expected.params.tChange);
  const [ours, theirs] = [actual.fit.logPosterior, expected.fit.logPosterior];
  expect(Math.abs(ours - theirs)).toBeLessThan(1e-8 * (1 + Math.abs(theirs)));
  const rows = { start, stepMs, count: y.length };
  const [one, other] = [actual, expected].map((model) => prophet.predict(model, rows).yhat);
  const { yScale } = expected.scaling;
  const tolerance = Math.max(1e-6 * expected.params.sigmaObs, 1e-9) * yScale;
  one.forEach((value, i) => {
    expect(Number.isNaN(y[i]) || Math.abs(value - other[i]) < tolerance).toBe(true);
  });
}

const whole: ProphetOptions = { dailySeasonality: 4, weeklySeasonality: 12 };

describe('prepare(regular).excluding(mask)', () => {
  it('fit(options) is the fit of the history without those values, bit for bit', () => {
    const random = createRandom(1);
    const series = drawSeries(random, 2000, 10 * MINUTE_MS);
    const grid = prophet.prepare(series);
    const steps = [{ time: START + 9 * DAY_MS }];
    for (const share of [0, 0.1, 0.45, 0.6]) {
      const mask = masks.scattered(random, 2000, share);
      for (const options of [
        {},
        { ...whole, steps },
        { growth: 'flat' },
        { seasonalityMode: 'multiplicative' },
      ] as const) {
        expect(grid.excluding(mask).fit(options)).toEqual(prophet.fit(without(series, mask), options));
      }
    }
  });

  it('fitUntil(end, options) is the fit of the rows that are left, row by row', () => {
    const property = fc.property(
      fc.integer({ min: 0, max: 2 ** 31 }),
      fc.integer({ min: 150, max: 900 }),
      fc.constantFrom(5, 10, 60, 97),
      fc.constantFrom(...Object.keys(masks)),
      fc.double({ min: 0, max: 0.45, noNaN: true }),
      fc.constantFrom(0.2, 0.01),
      fc.record({
        growth: fc.constantFrom('linear' as const, 'flat' as const),
        scaling: fc.constantFrom('absmax' as const, 'minmax' as const),
        nChangepoints: fc.constantFrom(0, 7, 25),
        dailySeasonality: fc.constantFrom(false, 4),
        weeklySeasonality: fc.constantFrom('auto' as const, false),
        seasonalities: fc.constantFrom([], [{ name: 'odd', periodMs: 7_777_777, fourierOrder: 3 }]),
        steps: fc.constantFrom([], [0], [-5, 0.3, 0.3, 0.66, 2]),
      }),
      (seed, n, minutes, kind, share, noise, { steps, ...options }) => {
        const random = createRandom(seed);
        const series = drawSeries(random, n, minutes * MINUTE_MS, noise);
        const mask = masks[kind](random, n, share);
        const end = random.integer(Math.ceil(0.9 * n), n);
        const at = (part: number) => START + Math.round(part * n) * series.stepMs;
        const stepped = { ...options, steps: steps.map((part, i) => ({ name: `step ${i}`, time: at(part) })) };
        const rest = { ...without(series, mask), y: without(series, mask).y.slice(0, end) };
        const model = prophet.prepare(series).excluding(mask).fitUntil(end, stepped);
        expectSame(model, prophet.fit(rest, { ...stepped, ...rowByRow }), rest);
      },
    );
    fc.assert(property, { seed: 6, numRuns: 120 });
  });

  it('the fit is an optimum of the rows that are left, by the definition of the posterior', () => {
    const random = createRandom(2);
    for (const noise of [0.2, 1e-4]) {
      const series = drawSeries(random, 1500, 15 * MINUTE_MS, noise);
      const mask = masks.stretches(random, 1500, 0.3);
      const model = prophet.prepare(series).excluding(mask).fitUntil(1400, whole);
      const rest = without(series, mask);
      const time = Array.from({ length: 1400 }, (_, i) => START + i * series.stepMs);
      const design = createDesign({ time, y: rest.y.subarray(0, 1400) }, model);
      const tolerance = 1e-6 / model.options.changepointPriorScale;
      expect(model.fit.status).toBe('certified');
      for (const { residual, rounding } of conditions(design, model.params)) {
        expect(residual).toBeLessThan(tolerance + 16 * rounding);
      }
    }
  });

  it('fits do not depend on what was asked before', () => {
    const series = drawSeries(createRandom(3), 3000, 10 * MINUTE_MS);
    const mask = masks.scattered(createRandom(4), 3000, 0.05);
    const ends = [500, 2000, 2001, 1000, 3000, 72, 2000];
    const grid = prophet.prepare(series).excluding(mask);
    for (const options of [whole, { dailySeasonality: 4 }, whole]) {
      for (const end of ends) {
        const alone = prophet.prepare(series).excluding(mask).fitUntil(end, options);
        expect(grid.fitUntil(end, options)).toEqual(alone);
      }
    }
  });

  it('falls back on the rows where half of them or more are excluded, or the model needs them', () => {
    const series = drawSeries(createRandom(5), 700, 60 * MINUTE_MS);
    const mask = Uint8Array.from({ length: 700 }, (_, i) => i % 2);
    const half = prophet.prepare(series).excluding(mask);
    const rest = without(series, mask);
    const until = { ...rest, y: rest.y.slice(0, 600) };
    expect(half.fitUntil(600, whole)).toEqual(prophet.fit(until, whole));
    const grid = prophet.prepare({ ...series, cap: 30, regressors: { load: series.y.map((_, i) => (i * 37) % 11) } });
    for (const options of [
      { growth: 'logistic' },
      { seasonalityMode: 'multiplicative' },
      { regressors: [{ name: 'load' }] },
      { holidays: [{ name: 'sale', day: '2026-01-09' }] },
    ] as const) {
      const model = grid.fitUntil(600, options);
      const load = Array.from({ length: 600 }, (_, i) => (i * 37) % 11);
      const cap = 'growth' in options ? 30 : undefined;
      const first = { ...series, y: series.y.slice(0, 600), cap, regressors: { load } };
      expect(model).toEqual(prophet.fit(first, options));
    }
  });

  it('adds up when it is called again, and leaves what it is called on as it was', () => {
    const series = drawSeries(createRandom(6), 400, 60 * MINUTE_MS);
    const [one, other] = [10, 20].map((row) => Uint8Array.from({ length: 400 }, (_, i) => (i === row ? 1 : 0)));
    const grid = prophet.prepare(series);
    const before = grid.fit();
    const both = grid.excluding(one).excluding(other).fit();
    expect(both.history.count).toBe(before.history.count - 2);
    expect(grid.fit()).toEqual(before);
  });

  it('is not moved by what happens to the caller’s columns', () => {
    const series = drawSeries(createRandom(7), 400, 60 * MINUTE_MS);
    const mask = new Uint8Array(400);
    const grid = prophet.prepare(series).excluding(mask);
    const before = grid.fitUntil(300);
    series.y.fill(0);
    mask.fill(1);
    expect(grid.fitUntil(300)).toEqual(before);
  });
});

describe('yhat(model, from, to)', () => {
  const count = 900;
  const stepMs = 30 * MINUTE_MS;
  const start = Date.UTC(2026, 2, 20);
  const steps = [{ time: start + 8 * DAY_MS }, { time: start + 300 * DAY_MS, name: 'later' }];
  it.each<readonly [string, ProphetOptions]>([
    ['seasonalities and steps', { ...whole, steps }],
    ['a flat trend', { growth: 'flat', scaling: 'minmax' }],
    ['a period of no whole number of rows', { seasonalities: [{ name: 'odd', periodMs: 7_777_777, fourierOrder: 3 }] }],
    ['bounds', { bounds: { lower: 10, upper: 11 } }],
    ['a clock that changes within the rows', { timeZone: 'Europe/Berlin', dailySeasonality: 4 }],
    ['multiplicative seasonalities', { seasonalityMode: 'multiplicative' }],
    ['regressors', { regressors: [{ name: 'load' }] }],
    ['holidays', { holidays: [{ name: 'sale', day: '2026-03-25' }] }],
  ])('is the yhat of predict, with %s', (_, options) => {
    const series = { ...drawSeries(createRandom(8), count, stepMs), start };
    const load = Float64Array.from({ length: count }, (_, i) => (i * 37) % 11);
    const grid = prophet.prepare({ ...series, regressors: { load } });
    const model = grid.fitUntil(800, options);
    for (const [from, to] of [
      [0, count],
      [0, 1],
      [333, 860],
      [5, 5],
      [9, 3],
    ] as const) {
      const rows = { start: start + from * stepMs, stepMs, count: Math.max(to - from, 0) };
      const regressors = { load: load.slice(from, Math.max(from, to)) };
      const { yhat } = prophet.predict(model, { ...rows, regressors });
      const own = grid.yhat(model, from, to);
      expect(own.length).toBe(yhat.length);
      own.forEach((value, i) => expect(Math.abs(value - yhat[i])).toBeLessThan(1e-12 * model.scaling.yScale));
    }
  });

  it('residuals are y less that, of excluded rows too, and NaN where y is missing', () => {
    const y = Float64Array.from({ length: 200 }, (_, i) => (i === 50 ? NaN : i === 60 ? 100 : 10 + Math.sin(i)));
    const grid = prophet.prepare({ start: START, stepMs, y });
    const mask = Uint8Array.from(y, (value) => (value === 100 ? 1 : 0));
    const trimmed = grid.excluding(mask);
    const model = trimmed.fit();
    const yhat = grid.yhat(model);
    expect(trimmed.residuals(model)).toEqual(y.map((value, i) => value - yhat[i]));
    expect(trimmed.residuals(model, 60, 61)[0]).toBeGreaterThan(80);
    expect(trimmed.residuals(model, 50, 51)).toEqual(Float64Array.of(NaN));
  });
});

describe('a fit of a regular history whose clock changes within it', () => {
  it('until the change goes by the grid, from then on by the rows, and both are the fit of the rows', () => {
    const stepMs = 60 * MINUTE_MS;
    const start = Date.UTC(2026, 2, 15);
    const series = { ...drawSeries(createRandom(9), 30 * 24, stepMs), start };
    const options: ProphetOptions = { timeZone: 'Europe/Berlin', dailySeasonality: 4 };
    const grid = prophet.prepare(series);
    for (const end of [13 * 24, 20 * 24]) {
      const first = { ...series, y: series.y.slice(0, end) };
      expectSame(grid.fitUntil(end, options), prophet.fit(first, { ...options, ...rowByRow }), first);
    }
  });
});

describe('prepare(regular)', () => {
  const series = {
    start: START,
    stepMs: 60 * MINUTE_MS,
    y: Array.from({ length: 100 }, (_, i) => Math.sin(i) + i / 50),
  };

  it.each<readonly [string, () => unknown, string]>([
    ['one value', () => prophet.prepare({ ...series, y: [1, NaN] }), 'invalid history: 1 (expected at least 2 rows'],
    [
      'a huge value',
      () => prophet.prepare({ ...series, y: [1, 2, 1e301] }),
      'invalid y of row 2: 1e+301 (expected at most',
    ],
    ['a step of nothing', () => prophet.prepare({ ...series, stepMs: 0 }), 'invalid stepMs: 0'],
    [
      'a short mask',
      () => prophet.prepare(series).excluding([1]),
      'invalid length of excluded: 1 (expected 100, one for each',
    ],
    [
      'a mask of nothing',
      () => prophet.prepare(series).excluding(JSON.parse('null')),
      'invalid excluded: null (expected a col',
    ],
    ['no rows', () => prophet.prepare(series).fitUntil(0), 'invalid history: 0 (expected at least 2 rows'],
    [
      'half a row',
      () => prophet.prepare(series).fitUntil(9.5),
      'invalid end: 9.5 (expected a whole number from 0 to 100',
    ],
    [
      'rows beyond',
      () => prophet.prepare(series).fitUntil(101),
      'invalid end: 101 (expected a whole number from 0 to 100',
    ],
    [
      'a mask of all',
      () => prophet.prepare(series).excluding(new Uint8Array(100).fill(1)).fit(),
      'invalid history: 0 (expected at least 2 rows',
    ],
    [
      'a forecast before the first row',
      () => prophet.prepare(series).yhat(prophet.fit(series), -1),
      'invalid from: -1 (expected a whole number from 0 to 100',
    ],
    [
      'a forecast beyond the last',
      () => prophet.prepare(series).residuals(prophet.fit(series), 0, 101),
      'invalid to: 101 (expected a whole number from 0 to 100',
    ],
    [
      'a model of another version',
      () => prophet.prepare(series).yhat({ ...prophet.fit(series), ...JSON.parse('{ "version": 1 }') }),
      'invalid model version: 1',
    ],
    [
      'a bad option',
      () => prophet.prepare(series).fitUntil(50, { changepointPriorScale: -1 }),
      'invalid changepointPriorScale',
    ],
  ])('refuses %s', (_, act, message) => {
    expect(act).toThrow(RangeError);
    expect(act).toThrow(message);
  });

  it('fits what excludeRanges leaves as excluding does', () => {
    const range = { start: START + 30 * series.stepMs, end: START + 39 * series.stepMs };
    const mask = Uint8Array.from(series.y, (_, i) => (i >= 30 && i < 40 ? 1 : 0));
    expect(prophet.prepare(series).excluding(mask).fit()).toEqual(prophet.fit(excludeRanges(series, [range])));
  });
});
