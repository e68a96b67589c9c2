import type { Forecast } from './forecast.js';

/** Where a normal value lies at one threshold multiplier. Columns in the unit of the series. */
export interface Band {
  /** Lower edge. */
  readonly lower: Float64Array;
  /** Upper edge. */
  readonly upper: Float64Array;
}

/**
 * Stretches a forecast's interval to the band:
 * `upper = yhatUpper + (yhatUpper - yhat)(m - 1)` and the mirror image below. At m = 1 the band is the interval.
 * Works for the future too, where nothing is measured yet.
 */
export function bandOf({ yhat, yhatLower, yhatUpper }: Forecast, thresholdMultiplier: number): Band {
  const extra = thresholdMultiplier - 1;
  const lower = new Float64Array(yhat.length);
  const upper = new Float64Array(yhat.length);
  for (let i = 0; i < yhat.length; i++) {
    lower[i] = yhatLower[i] - (yhat[i] - yhatLower[i]) * extra;
    upper[i] = yhatUpper[i] + (yhatUpper[i] - yhat[i]) * extra;
  }
  return { lower, upper };
}
