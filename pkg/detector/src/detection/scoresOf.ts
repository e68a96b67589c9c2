import type { Forecast } from './forecast';

// Keeps the quotient finite where the interval has no width; part of the original detector's formula.
const WIDTH_FLOOR = 1e-8;

/**
 * Anomaly scores: `|y - yhat| / (yhatUpper - yhatLower + 1e-8)`, unitless. They do not depend on the threshold.
 * NaN where the value is not finite or nothing is forecast.
 */
export function scoresOf(y: Float64Array, { yhat, yhatLower, yhatUpper }: Forecast): Float64Array {
  const score = new Float64Array(y.length);
  for (let i = 0; i < y.length; i++) {
    const residual = Math.abs(y[i] - yhat[i]);
    score[i] = residual < Infinity ? residual / (yhatUpper[i] - yhatLower[i] + WIDTH_FLOOR) : NaN;
  }
  return score;
}
