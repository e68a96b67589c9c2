import { mean } from 'd3-array';

import { powerSpectrum, productsFromPower, transformSize } from './fourier.js';

/** How alike a series is to itself some steps later. */
export interface Autocorrelation {
  /** One value, -1 to 1, for each lag of 0, 1, 2 and so on rows; the first is 1. NaN for a constant series. */
  readonly values: Float64Array;
  /** Values within plus and minus this are what white noise shows 19 times in 20: 1.96 / root of the count. */
  readonly noiseBound: number;
}

/**
 * The autocorrelation of a series on a grid. Pairs with a missing value are left out of the sums, as statsmodels'
 * `acf(missing='conservative')`; like there, sums are not divided by their own number of pairs, so values shrink toward
 * the largest lags.
 * @param y values on a grid, NaN where missing.
 * @param maxLag in rows: a whole number, 0 or more. Default half of the rows; never more than all but one.
 * @throws RangeError for a lag that is not a whole number.
 */
export function autocorrelationOf(y: Float64Array, maxLag = Math.floor(y.length / 2)): Autocorrelation {
  if (!Number.isInteger(maxLag) || maxLag < 0) {
    throw new RangeError(`invalid maxLag: ${maxLag} (expected a whole number, 0 or more)`);
  }
  const present = y.filter(Number.isFinite);
  const center = mean(present) ?? NaN;
  const nLags = Math.min(maxLag, Math.max(0, y.length - 1)) + 1;
  const centered = y.map((value) => (Number.isFinite(value) ? value - center : 0));
  const products = productsFromPower(powerSpectrum(centered, transformSize(y.length + nLags)));
  // A constant series leaves rounding errors only.
  const isConstant = !(products[0] > Number.EPSILON ** 2 * present.length * center ** 2);
  const values = products.slice(0, nLags).map((product) => (isConstant ? NaN : product / products[0]));
  return { values, noiseBound: 1.96 / Math.sqrt(present.length) };
}
