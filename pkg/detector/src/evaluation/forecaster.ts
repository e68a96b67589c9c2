import type { ForecastSource } from '../detection/forecastSource.js';

/** Rows to fit: ascending times and finite values, equally many. */
export interface TrainingRows {
  /** Epoch milliseconds. */
  readonly time: Float64Array;
  /** Values in the unit of the series. */
  readonly y: Float64Array;
}

/** Fits a model. An evaluation calls it once a fold, with settings of the caller's own. */
export type Forecaster = (training: TrainingRows) => ForecastSource;
