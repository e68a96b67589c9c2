import type { DetectionContext } from './detect.js';
import type { Forecast } from './forecast.js';

/** A fitted model as the detector knows it: anything that forecasts. */
export interface ForecastSource {
  /** The forecast for these times: rows in the same order. */
  readonly forecast: (time: Float64Array) => Forecast;
  /** Facts about the fit. Default: a regular one. */
  readonly context?: DetectionContext;
}
