import { mean } from 'd3-array';

import type { Forecast } from '../detection/forecast.js';

/** How well a forecast meets held-out rows that are not labeled as anomalous. NaN where no row tells. */
export interface ForecastQuality {
  /** Rows that are normal, have a value and a forecast. */
  readonly nRows: number;
  /** Mean absolute error, in the unit of the series. */
  readonly mae: number;
  /** Root of the mean squared error, in the unit of the series. */
  readonly rmse: number;
  /** Mean of y - yhat, in the unit of the series: above 0 where the forecast is too low. */
  readonly bias: number;
  /** Mean of |y - yhat| / |y| over the rows where y is not 0: a share, 0.1 is 10%. */
  readonly mape: number;
  /** Mean of 2 |y - yhat| / (|y| + |yhat|), 0 to 2; a row where both are 0 counts as 0. */
  readonly smape: number;
  /** Share of the values within the interval, its bounds included: 0 to 1. */
  readonly coverage: number;
  /** The share the interval promises: 0 to 1. */
  readonly promisedCoverage: number;
  /** Share of the rows that the detector flags, 0 to 1: all of them wrongly. */
  readonly anomalousShare: number;
}

/**
 * Measures the forecast on the normal rows.
 * @param labels 1 where a value is anomalous, else 0.
 * @param anomalous 1 where the detector flags it, else 0.
 * @param intervalWidth the probability the interval was asked for, 0 to 1.
 */
export function forecastQualityOf(
  y: Float64Array,
  { yhat, yhatLower, yhatUpper }: Forecast,
  labels: Uint8Array,
  anomalous: Uint8Array,
  intervalWidth: number,
): ForecastQuality {
  const rows = Array.from(y.keys()).filter((row) => labels[row] === 0 && Number.isFinite(y[row] - yhat[row]));
  const over = (measure: (row: number) => number) => mean(rows, measure) ?? NaN;
  const errorOf = (row: number) => Math.abs(y[row] - yhat[row]);
  return {
    nRows: rows.length,
    mae: over(errorOf),
    rmse: Math.sqrt(over((row) => errorOf(row) ** 2)),
    bias: over((row) => y[row] - yhat[row]),
    mape: over((row) => (y[row] === 0 ? NaN : errorOf(row) / Math.abs(y[row]))),
    smape: over((row) => (errorOf(row) === 0 ? 0 : (2 * errorOf(row)) / (Math.abs(y[row]) + Math.abs(yhat[row])))),
    coverage: over((row) => (y[row] >= yhatLower[row] && y[row] <= yhatUpper[row] ? 1 : 0)),
    promisedCoverage: intervalWidth,
    anomalousShare: over((row) => anomalous[row]),
  };
}
