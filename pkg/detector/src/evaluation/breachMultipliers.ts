import type { Forecast } from '../detection/forecast.js';

/**
 * How strange each point is, in units of the threshold multiplier: the multiplier at which the band just reaches it. A
 * smaller multiplier leaves it outside, this one and any larger do not. Exact for asymmetric intervals too; for symmetric
 * ones twice the score. 0 on the forecast, Infinity beyond an interval without width, NaN where there is no value or no
 * forecast.
 */
export function breachMultipliersOf(y: Float64Array, { yhat, yhatLower, yhatUpper }: Forecast): Float64Array {
  return y.map((value, row) => {
    const residual = value - yhat[row];
    if (!Number.isFinite(residual)) {
      return NaN;
    }
    if (residual === 0) {
      return 0;
    }
    return residual > 0 ? residual / (yhatUpper[row] - yhat[row]) : -residual / (yhat[row] - yhatLower[row]);
  });
}
