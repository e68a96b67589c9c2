import type { DetectionContext } from '../detection/detect.js';
import type { Forecast } from '../detection/forecast.js';

/** Rows to fit: ascending times and finite values, equally many. */
export interface TrainingRows {
  /** Epoch milliseconds. */
  readonly time: Float64Array;
  /** Values in the unit of the series. */
  readonly y: Float64Array;
}

/** A fitted model as the detector knows it. */
export interface FittedModel {
  /** The forecast for these times: rows in the same order. */
  readonly forecast: (time: Float64Array) => Forecast;
  /** Facts about the fit. Default: a regular one. */
  readonly context?: DetectionContext;
}

/** Fits a model. An evaluation calls it once a fold, with settings of the caller's own. */
export type Forecaster = (training: TrainingRows) => FittedModel;
