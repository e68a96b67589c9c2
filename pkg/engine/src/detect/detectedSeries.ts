import type { Detection, Series, TimeSpan } from 'foreband-detector';
import type { Forecast } from 'prophet-wasm';

import type { DatedSettings } from '../calendar/calendar.js';
import type { FittedModel } from '../fit/fittedModel.js';
import type { Lead } from '../score/score.js';
import type { SampleRows } from '../score/leadRows.js';

/** Input of one detection: the history to fit, the samples to score, and how. */
export interface DetectionJob extends DatedSettings {
  /** Rows the model is fitted to: the training window on the fixed step, gaps as NaN. */
  readonly training: Series;
  /** Rows to score and draw, on the same step. May overlap the training rows. */
  readonly visible: Series;
  /** Samples of the six hours before the visible ones, which an adaptive score looks back on. Default: those of the training. */
  readonly lead?: SampleRows;
  /** Where the forecast begins (epoch ms). Default: the first visible row. */
  readonly forecastStart?: number;
  /** The forecast goes on from the last visible row to here (epoch ms). */
  readonly forecastEnd: number;
  /** As for the fit: incidents that do not count for the budget of pages. Default none. */
  readonly uncounted?: readonly TimeSpan[];
  /** The model to score with. Default: one is fitted to the history. */
  readonly fitted?: FittedModel;
}

/** Why a series could not be scored; `message` says what is wrong and what to do. */
export interface NotDetected {
  readonly kind: 'noData' | 'tooLittleHistory' | 'counter' | 'invalid';
  readonly series: Series;
  readonly message: string;
}

/** A series with its forecast and its anomalies. The columns, but for those of `lead`, share one time axis that runs
 * to `forecastEnd`. */
export interface DetectedSeries extends DatedSettings {
  readonly kind: 'detected';
  /** Name and labels as queried; `time` and `y` (NaN where missing and in the future). */
  readonly series: Series;
  readonly fitted: FittedModel;
  readonly forecast: Forecast;
  /** The rows before, which an adaptive score looks back on; undefined for a classic one. */
  readonly lead?: Lead;
  readonly detection: Detection;
  /** The history at hand; a model that was fitted before has one of its own. */
  readonly training: Series;
  /** Remarks for the reader: seasonalities that are off and why, a constant fit, and the like. */
  readonly remarks: readonly string[];
}

/** A scored series, or why it could not be scored. */
export type DetectionOutcome = DetectedSeries | NotDetected;
