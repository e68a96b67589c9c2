import { copySizes } from '../order/finiteValues.js';
import { medianOf, quantile } from '../order/quantile.js';

/** Median absolute deviation of a normal law, as a share of its standard deviation: 1 / 0.67449. */
const MAD_TO_SIGMA = 1.4826;
/** Quantile of sizes that the scale is read from, and what it is in a normal law of deviation 1. */
export const SCALE_QUANTILE = 0.98;
export const NORMAL_SCALE = 2.326;

/**
 * Standard deviation of noise, as its median size tells it.
 * @param least The least it can be, and what it is where no value is known.
 * @param scratch As long as the values.
 */
export function noiseOf(values: Float64Array, least: number, scratch: Float64Array): number {
  const count = copySizes(values, 0, values.length, scratch);
  return count === 0 ? least : Math.max(MAD_TO_SIGMA * medianOf(scratch, count), least);
}

/** The same as its largest sizes tell it: the median over the days of which half is known; 0 where there is none. */
export function dailyScale(values: Float64Array, perDay: number): number {
  const sizes = new Float64Array(perDay);
  const scales = new Float64Array(Math.ceil(values.length / perDay));
  let nDays = 0;
  for (let from = 0; from < values.length; from += perDay) {
    const count = copySizes(values, from, from + perDay, sizes);
    if (count >= perDay / 2) {
      scales[nDays++] = quantile(sizes, count, SCALE_QUANTILE) / NORMAL_SCALE;
    }
  }
  return nDays === 0 ? 0 : medianOf(scales, nDays);
}
