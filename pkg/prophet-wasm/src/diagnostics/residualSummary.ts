import { invalid } from '../invalid.js';

/** Forecasts beside their observations: columns of equal length, in the order of time. */
export interface MeasuredForecast {
  /** NaN for a missing one, which is left out. */
  readonly y: ArrayLike<number>;
  readonly yhat: Float64Array;
  readonly yhatLower: Float64Array;
  readonly yhatUpper: Float64Array;
}

/** Summary of a model's residuals, y - yhat. */
export interface ResidualSummary {
  /** Observations. */
  readonly count: number;
  /** Mean residual, in the unit of y: above 0 where forecasts are too low. */
  readonly bias: number;
  /** Standard deviation of the residuals about the bias (n - 1). */
  readonly deviation: number;
  /** Mean absolute residual. */
  readonly mae: number;
  /** Root of the mean squared residual. */
  readonly rmse: number;
  /** Correlation of residuals 1, 2, ... rows apart, -1 to 1; 0 where all residuals are equal. */
  readonly autocorrelation: Float64Array;
  /** Uncorrelated residuals stay within plus or minus this at 95 % of the lags: 1.96 / sqrt(count). */
  readonly autocorrelationLimit: number;
  /** Shares of the observations outside the interval: 0 to 1. */
  readonly shareAbove: number;
  readonly shareBelow: number;
  readonly shareOutside: number;
}

/**
 * Sums up how observations differ from their forecasts: of the rows a model was fitted to, or of rows after them.
 * @param maxLag The largest distance of rows for the autocorrelation, a whole number above 0. Default 24, or what there is.
 * @throws RangeError for unequal lengths, and when no row has an observation.
 */
export function residualSummary(
  forecast: MeasuredForecast,
  { maxLag = 24 }: { maxLag?: number } = {},
): ResidualSummary {
  const { y, yhat, yhatLower, yhatUpper } = forecast;
  if (y.length !== yhat.length) {
    throw invalid('y', `${y.length} values`, `${yhat.length}, one for each forecast`);
  }
  if (!Number.isInteger(maxLag) || maxLag < 1) {
    throw invalid('maxLag', maxLag, 'a whole number above 0');
  }
  const residuals = yhat.map((value, i) => y[i] - value);
  const present = residuals.filter((residual) => !Number.isNaN(residual));
  const count = present.length;
  if (count === 0) {
    throw invalid('y', 'no value', 'at least one observation');
  }
  const share = (isSuch: (i: number) => boolean) => yhat.filter((_, i) => isSuch(i)).length / count;
  const shareAbove = share((i) => y[i] > yhatUpper[i]);
  const shareBelow = share((i) => y[i] < yhatLower[i]);
  const bias = sum(present) / count;
  const squares = sum(present.map((residual) => (residual - bias) ** 2));
  return {
    count,
    bias,
    deviation: Math.sqrt(squares / Math.max(count - 1, 1)),
    mae: sum(present.map(Math.abs)) / count,
    rmse: Math.sqrt(sum(present.map((residual) => residual * residual)) / count),
    autocorrelation: autocorrelation(residuals, bias, squares, Math.min(maxLag, yhat.length - 1)),
    autocorrelationLimit: 1.96 / Math.sqrt(count),
    shareAbove,
    shareBelow,
    shareOutside: shareAbove + shareBelow,
  };
}

/** The usual estimate, sum of products over sum of squares; pairs with a missing residual count nothing. */
function autocorrelation(residuals: Float64Array, bias: number, squares: number, lags: number): Float64Array {
  return Float64Array.from({ length: lags }, (_, k) => {
    let products = 0;
    for (let i = k + 1; i < residuals.length; i++) {
      const product = (residuals[i] - bias) * (residuals[i - k - 1] - bias);
      products += Number.isNaN(product) ? 0 : product;
    }
    return squares === 0 ? 0 : products / squares;
  });
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}
