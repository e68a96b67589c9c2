import type { Forecast } from '../detection/forecast.js';
import { normalCdf } from '../history/normalDistribution.js';
import { breachMultipliersOf } from './breachMultipliers.js';

/** The shares that intervals of every width promise, and those they hold. Columns of one length. */
export interface Calibration {
  /** Probability an interval promises to hold a value with, ascending, above 0, below 1. */
  readonly promised: Float64Array;
  /** Share of the normal values within it: 0 to 1, NaN where there is none. */
  readonly held: Float64Array;
}

const N_WIDTHS = 99;
const BISECTIONS = 60;

/**
 * How well intervals of other widths than the one that was asked for would do: a forecast's interval stretched as a
 * normal distribution's would be. A curve below the diagonal promises too much, one above it is wider than it need be.
 * @param labels 1 where a value is anomalous, else 0.
 * @param intervalWidth the probability the forecast's interval was asked for, above 0, below 1.
 */
export function calibrationOf(
  y: Float64Array,
  forecast: Forecast,
  labels: Uint8Array,
  intervalWidth: number,
): Calibration {
  const reach = breachMultipliersOf(y, forecast).filter((value, row) => labels[row] === 0 && !Number.isNaN(value));
  const ascending = reach.sort();
  const asked = deviationsOf(intervalWidth);
  const promised = Float64Array.from({ length: N_WIDTHS }, (_, place) => (place + 1) / (N_WIDTHS + 1));
  return { promised, held: promised.map((probability) => shareUpTo(ascending, deviationsOf(probability) / asked)) };
}

function shareUpTo(ascending: Float64Array, limit: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle] <= limit) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low / ascending.length;
}

/** Within how many standard deviations a normal value lies with this probability. */
function deviationsOf(probability: number): number {
  let low = 0;
  let high = 10;
  for (let step = 0; step < BISECTIONS; step++) {
    const middle = (low + high) / 2;
    if (2 * normalCdf(middle) - 1 < probability) {
      low = middle;
    } else {
      high = middle;
    }
  }
  return (low + high) / 2;
}
