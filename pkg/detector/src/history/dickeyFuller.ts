import { deviation, mean } from 'd3-array';

import { choleskyFactor } from './choleskyFactor.js';
import { laggedProducts } from './laggedProducts.js';
import { criticalValues, wanderingProbability, type CriticalValues, type Regression } from './mackinnon.js';

/** How the test is made. */
export interface DickeyFullerOptions {
  /** The terms allowed beside the wandering. Default 'constant'. */
  readonly regression?: Regression;
  /** Most lagged differences: a whole number, 0 or more. Default 12 (n / 100)^(1/4), rounded up (Schwert 1989). */
  readonly maxLag?: number;
  /** True: as many lags as Akaike's criterion prefers. False: `maxLag` of them. Default true. */
  readonly isLagChosen?: boolean;
}

/** Outcome of an augmented Dickey-Fuller test. */
export interface DickeyFuller {
  /** The test statistic: the lower, the less the series wanders. */
  readonly statistic: number;
  /** Approximate probability of so low a statistic if the series wanders, 0 to 1. */
  readonly pValue: number;
  /** Lagged differences in the regression. */
  readonly nLags: number;
  /** Rows of the regression. */
  readonly nRows: number;
  /** The critical values, which the statistic must be below. */
  readonly criticalValues: CriticalValues;
  /** `stationary` where the p-value is below 0.05, else `notShown`: no proof of wandering either. */
  readonly verdict: 'stationary' | 'notShown';
  /** The verdict in plain words. */
  readonly text: string;
}

const SIGNIFICANCE = 0.05;

/**
 * Augmented Dickey-Fuller test (Said and Dickey 1984): whether a series returns to its level (or its trend) or wanders
 * without one, as a random walk. As statsmodels' `adfuller`. Missing values are left out and their neighbors taken for
 * adjacent, so a series with long gaps is tested roughly.
 * @returns undefined where there is nothing to test: too few values, or a series that is constant or follows its own
 * past exactly.
 * @throws RangeError for a lag that is not a whole number of 0 or more.
 */
export function dickeyFullerTest(y: Float64Array, options: DickeyFullerOptions = {}): DickeyFuller | undefined {
  const { regression = 'constant', isLagChosen = true } = options;
  const values = standardize(y.filter(Number.isFinite));
  const mostLags = Math.floor((values.length - 1) / 2) - (regression === 'constant' ? 2 : 3);
  const maxLag = parseMaxLag(
    options.maxLag ?? Math.min(Math.max(0, mostLags), Math.ceil(12 * (values.length / 100) ** 0.25)),
  );
  if (maxLag > mostLags || values.some(Number.isNaN)) {
    return undefined;
  }
  const nLags = isLagChosen ? chooseLags(values, maxLag, regression) : maxLag;
  const fit = nLags === undefined ? undefined : fitLevel(values, nLags, regression);
  return fit === undefined ? undefined : describeTest(fit.statistic, fit.nRows, fit.nLags, regression);
}

function parseMaxLag(maxLag: number): number {
  if (!Number.isInteger(maxLag) || maxLag < 0) {
    throw new RangeError(`invalid maxLag: ${maxLag} (expected a whole number, 0 or more)`);
  }
  return maxLag;
}

// The statistic does not depend on level and scale; the accuracy of the sums does.
function standardize(y: Float64Array): Float64Array {
  const center = mean(y) ?? NaN;
  const scale = deviation(y) ?? NaN;
  return y.map((value) => (value - center) / scale);
}

function chooseLags(y: Float64Array, maxLag: number, regression: Regression): number | undefined {
  const products = laggedProducts(y, maxLag, regression);
  const target = choleskyFactor(products)?.at(-1);
  if (target === undefined) {
    return undefined;
  }
  const nOwn = products.length - maxLag - 1;
  const nRows = y.length - 1 - maxLag;
  let residual = products[products.length - 1][products.length - 1];
  let best = { criterion: Infinity, nLags: 0 };
  for (let column = 0; column < nOwn + maxLag; column++) {
    residual -= target[column] ** 2;
    const nLags = column + 1 - nOwn;
    const criterion = nRows * Math.log(residual) + 2 * (column + 1);
    if (nLags >= 0 && criterion < best.criterion) {
      best = { criterion, nLags };
    }
  }
  return best.nLags;
}

function fitLevel(y: Float64Array, nLags: number, regression: Regression) {
  const products = laggedProducts(y, nLags, regression);
  const nColumns = products.length - 1;
  const level = nColumns - nLags - 1;
  // With the level last before the target, the factor gives its t-value without solving for the others.
  const order = Array.from({ length: nColumns }, (_, place) => place).filter((place) => place !== level);
  order.push(level, nColumns);
  const factor = choleskyFactor(order.map((row) => Float64Array.from(order, (column) => products[row][column])));
  const target = factor?.at(-1);
  const nRows = y.length - 1 - nLags;
  if (target === undefined || !(target[nColumns] > 0)) {
    return undefined;
  }
  return { statistic: target[nColumns - 1] / (target[nColumns] / Math.sqrt(nRows - nColumns)), nRows, nLags };
}

function describeTest(statistic: number, nRows: number, nLags: number, regression: Regression): DickeyFuller {
  const pValue = wanderingProbability(regression, statistic);
  const verdict = pValue < SIGNIFICANCE ? 'stationary' : 'notShown';
  const around = regression === 'constant' ? 'a constant level' : 'a straight trend';
  const text =
    verdict === 'stationary'
      ? `Stationary: the series keeps returning to ${around}.`
      : `Not shown to be stationary: the series may wander, with no return to ${around}. Forecasts far ahead are unsure.`;
  return { statistic, pValue, nLags, nRows, criticalValues: criticalValues(regression, nRows), verdict, text };
}
