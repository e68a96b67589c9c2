import { median } from '../diagnostics/median.js';
import { cleanHistory } from '../history/cleanHistory.js';
import type { History } from '../history/history.js';
import { selectRows } from '../history/selectRows.js';
import { invalid } from '../invalid.js';
import type { Model } from '../fit/model.js';
import type { Prophet } from '../prophet.js';
import type { ProphetOptions } from '../options/prophetOptions.js';

/** How to trim. */
export interface TrimOptions {
  /** Points farther than this many robust standard deviations from the forecast are excluded, above 0. Default 4. */
  readonly maxDeviations?: number;
  /** Fits at most, a whole number from 1 to 100. Default 10. */
  readonly maxFits?: number;
}

/** A fit without outliers. */
export interface RobustFit {
  readonly model: Model;
  /** The rows of the data that were excluded as outliers, ascending; rows without a value are not among them. */
  readonly outliers: readonly number[];
  /** Robust standard deviation of all residuals about the last fit, in the unit of y: 1.4826 x their median size. */
  readonly deviation: number;
  /** Fits that were made. */
  readonly fits: number;
  /** Whether the last fit excluded the same points as the one before it; false when `maxFits` ended the search. */
  readonly settled: boolean;
}

/** Median absolute deviation of a normal law, as a share of its standard deviation: 1 / 0.67449. */
const MAD_TO_SIGMA = 1.4826;

/** A constant model has residuals of nothing but rounding: below this share of the scale of y, none is an outlier. */
const LEAST_DEVIATION = 1e-9;

/**
 * Fits, excludes the points that are far from the forecast, and fits again, until the same points stay out. Every point
 * is tested anew each time, so one that an early, bent fit had thrown out comes back. The median size of the residuals
 * does not move while less than half of the points are wild, where a standard deviation follows them.
 * @throws RangeError for options or data that cannot be used.
 */
export function robustFit(
  prophet: Prophet,
  data: History,
  options: ProphetOptions = {},
  { maxDeviations = 4, maxFits = 10 }: TrimOptions = {},
): RobustFit {
  if (!(maxDeviations > 0)) {
    throw invalid('maxDeviations', maxDeviations, 'a number above 0');
  }
  if (!(Number.isInteger(maxFits) && maxFits >= 1 && maxFits <= 100)) {
    throw invalid('maxFits', maxFits, 'a whole number from 1 to 100');
  }
  let outliers: readonly number[] = [];
  for (let fits = 1; ; fits++) {
    const model = prophet.fit(withoutRows(data, outliers), options);
    const found = findOutliers(prophet, model, data, maxDeviations);
    const settled = isSame(found.outliers, outliers);
    if (settled || fits === maxFits) {
      return { model, outliers, deviation: found.deviation, fits, settled };
    }
    outliers = found.outliers;
  }
}

function withoutRows<Data extends History>(data: Data, rows: readonly number[]): Data {
  const y = Float64Array.from(data.y);
  for (const row of rows) {
    y[row] = NaN;
  }
  return { ...data, y };
}

function findOutliers(prophet: Prophet, model: Model, data: History, maxDeviations: number) {
  const history = cleanHistory(data);
  const { y, order } = history;
  const { yhat } = prophet.predict(model, selectRows(history, 0, y.length));
  const sizes = yhat.map((value, i) => Math.abs(y[i] - value));
  const deviation = Math.max(MAD_TO_SIGMA * median(sizes.slice()), LEAST_DEVIATION * model.scaling.yScale);
  const outliers: number[] = [];
  sizes.forEach((size, i) => {
    if (size > maxDeviations * deviation) {
      outliers.push(order === null ? i : order[i]);
    }
  });
  return { outliers: outliers.sort((a, b) => a - b), deviation };
}

function isSame(one: readonly number[], other: readonly number[]): boolean {
  return one.length === other.length && one.every((row, i) => row === other[i]);
}
