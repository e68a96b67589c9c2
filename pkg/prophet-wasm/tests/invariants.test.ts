import fc from 'fast-check';
import { loadProphet, type ExtraColumns, type Model, type Prophet, type TimedHistory } from 'prophet-wasm';

import { drawPlausibleSeries, type PlausibleSeries } from './plausibleSeries.js';
import { createRandom } from './random.js';

const WEEK_MS = 7 * 86_400_000;

let prophet: Prophet;
beforeAll(async () => {
  prophet = await loadProphet();
});

/** A plausible series of any growth and mode. */
const series = fc
  .record({
    seed: fc.integer({ min: 0, max: 2 ** 31 }),
    growth: fc.constantFrom('linear' as const, 'logistic' as const, 'flat' as const),
    mix: fc.constantFrom('additive' as const, 'multiplicative' as const, 'mixed' as const),
  })
  .map(({ seed, growth, mix }) => drawPlausibleSeries(createRandom(seed), seed, growth, mix));

function check<T>(property: fc.IProperty<T>): void {
  fc.assert(property, { seed: 11, numRuns: 60 });
}

/** The same rows with other values; cap and floor follow them. */
function withValues(history: TimedHistory, change: (value: number) => number): TimedHistory {
  const { cap, y } = history;
  return { ...history, y: Array.from(y, change), ...(typeof cap === 'number' ? { cap: change(cap) } : {}) };
}

/** Rows of a history to forecast: the further inputs stand beside their times. */
function rowsOf(
  { time, regressors = {}, cap }: TimedHistory,
  rows: readonly number[],
): ExtraColumns & { time: number[] } {
  const pick = (column: ArrayLike<number>) => rows.map((row) => column[row]);
  const picked = Object.fromEntries(Object.entries(regressors).map(([name, column]) => [name, pick(column)]));
  return { time: pick(time), regressors: picked, cap };
}

const all = ({ time }: TimedHistory) => Array.from(time, (_, i) => i);
const largest = (values: ArrayLike<number>) =>
  Array.from(values).reduce((most, value) => Math.max(most, Math.abs(value)), 0);

/** Whether the fit of other values forecasts as the fit of these, times `scale` plus `shift`. */
function expectFollows(
  given: PlausibleSeries,
  options: PlausibleSeries['options'],
  scale: number,
  shift: number,
): void {
  const changed = withValues(given.history, (value) => scale * value + shift);
  const [plain, other] = [given.history, changed].map((history) => prophet.fit(history, options));
  fc.pre(plain.fit.status === 'certified' && other.fit.status === 'certified');
  expect(Math.abs(other.fit.logPosterior - plain.fit.logPosterior)).toBeLessThan(1e-6);
  const rows = all(given.history);
  const before = prophet.predict(plain, rowsOf(given.history, rows)).yhat;
  const after = prophet.predict(other, rowsOf(changed, rows)).yhat;
  const size = Math.abs(scale) * largest(before) + Math.abs(shift);
  before.forEach((yhat, i) => expect(Math.abs(after[i] - (scale * yhat + shift))).toBeLessThan(1e-6 * size));
}

describe('a fit follows', () => {
  const scale = fc.double({ min: -5, max: 5, noNaN: true }).map((power) => 10 ** power);

  it('the unit of y, scaled by absmax', () => {
    check(fc.property(series, scale, (given, factor) => expectFollows(given, given.options, factor, 0)));
  });

  it('the unit of y and where it starts, scaled by minmax', () => {
    const share = fc.double({ min: -10, max: 10, noNaN: true });
    check(
      fc.property(series, scale, share, (given, factor, shift) =>
        expectFollows(
          given,
          { ...given.options, scaling: 'minmax' },
          factor,
          factor * shift * largest(given.history.y),
        ),
      ),
    );
  });
});

describe('a fit is the same', () => {
  const sameBut = (model: Model, start: number): Omit<Model, 'scaling' | 'history'> & { readonly start: number } => {
    const { scaling, history, ...rest } = model;
    return { ...rest, start: scaling.timeStart - start - (history.start - start) };
  };

  it('some weeks earlier or later, where seasons last days and weeks', () => {
    check(
      fc.property(series, fc.integer({ min: -3000, max: 3000 }), (given, weeks) => {
        const { history, options } = given;
        const moved = { ...history, time: Array.from(history.time, (at) => Math.round(at) + weeks * WEEK_MS) };
        const here = { ...history, time: Array.from(history.time, Math.round) };
        const whole = { ...options, yearlySeasonality: false } as const;
        expect(sameBut(prophet.fit(moved, whole), moved.time[0])).toEqual(
          sameBut(prophet.fit(here, whole), here.time[0]),
        );
      }),
    );
  });

  it('in any order of the rows', () => {
    check(
      fc.property(series, fc.integer({ min: 0, max: 2 ** 31 }), ({ history, options }, seed) => {
        const random = createRandom(seed);
        const order = all(history)
          .map((row) => ({ row, key: random.uniform() }))
          .sort((a, b) => a.key - b.key)
          .map(({ row }) => row);
        const shuffled = { ...rowsOf(history, order), y: order.map((row) => history.y[row]) };
        expect(prophet.fit(shuffled, options)).toEqual(prophet.fit(history, options));
      }),
    );
  });
});

const columns = [
  ...(['time', 'yhat', 'yhatLower', 'yhatUpper'] as const),
  ...(['trend', 'additiveTerms', 'multiplicativeTerms'] as const),
];

describe('a forecast', () => {
  it('of some rows is that of all rows', () => {
    check(
      fc.property(series, fc.integer({ min: 1, max: 9 }), ({ history, options }, step) => {
        const model = prophet.fit(history, options);
        const some = all(history).filter((row) => row % step === 0);
        const whole = prophet.predict(model, rowsOf(history, all(history)));
        const part = prophet.predict(model, rowsOf(history, some));
        for (const name of columns) {
          expect(Array.from(part[name])).toEqual(some.map((row) => whole[name][row]));
        }
        Object.entries(part.components).forEach(([name, column]) =>
          expect(Array.from(column)).toEqual(some.map((row) => whole.components[name][row])),
        );
      }),
    );
  });

  it('is trend (1 + multiplicative terms) + additive terms, and those are the sums of their components', () => {
    check(
      fc.property(series, ({ history, options }) => {
        const model = prophet.fit(history, options);
        const { components, trend, additiveTerms, multiplicativeTerms, yhat } = prophet.predict(
          model,
          rowsOf(history, all(history)),
        );
        const named = [...model.seasonalities, ...model.regressors];
        const size = largest(yhat) + largest(trend);
        yhat.forEach((value, i) => {
          const sumOf = (mode: string) =>
            named.reduce((sum, one) => sum + (one.mode === mode ? components[one.name][i] : 0), 0);
          expect(Math.abs(sumOf('additive') - additiveTerms[i])).toBeLessThan(1e-9 * size);
          expect(Math.abs(sumOf('multiplicative') - multiplicativeTerms[i])).toBeLessThan(1e-9);
          const joined = trend[i] * (1 + multiplicativeTerms[i]) + additiveTerms[i];
          expect(Math.abs(joined - value)).toBeLessThan(1e-9 * size);
        });
      }),
    );
  });
});
