import type { Forecast, TrendInterval } from 'prophet-wasm';

import type { FitRows } from './fit/fitRows.js';
import type { Forecastable, FittedModel } from './fit/fittedModel.js';
import type { DetectorSettings } from './settings/settings.js';

/** The verbs that cost something, each remembered or not: the composition does not know. */
export interface Verbs {
  /**
   * Fits a model to samples with finite values.
   * @throws RangeError for settings or samples the model cannot use.
   */
  readonly fit: (history: FitRows, settings: DetectorSettings) => FittedModel;
  /** A model's forecast for any times, with the interval of this width (above 0 and below 1). */
  readonly forecast: (fitted: Forecastable, time: Float64Array, intervalWidth: number) => Forecast;
}

/** The verb that looks at the trend alone. */
export interface TrendVerb {
  /** A model's trend for any times, with the interval of this width that future changepoints leave it. */
  readonly trend: (fitted: Pick<FittedModel, 'model'>, time: Float64Array, intervalWidth: number) => TrendInterval;
}
