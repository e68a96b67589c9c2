import type { Detection, Series } from 'foreband-detector';
import type { Forecast } from 'prophet-wasm';

import type { LearntModel } from '../fit/learntModel.js';
import type { ReadyModel } from '../fit/readyModel.js';
import type { DetectorSettings } from '../settings/settings.js';

/** What one detection needs: the history to learn from, the readings to judge, and how. */
export interface DetectionJob {
  /** Rows the model is fitted to: the training window on the fixed step, gaps as NaN. */
  readonly training: Series;
  /** Rows to score and draw, on the same step. May overlap the training rows. */
  readonly visible: Series;
  /** Where the forecast begins (epoch ms). Default: the first visible row. */
  readonly forecastStart?: number;
  /** The forecast goes on from the last visible row to here (epoch ms). */
  readonly forecastEnd: number;
  readonly settings: DetectorSettings;
  /** The model to judge with. Default: one is fitted to the history, or remembered from an earlier fit. */
  readonly ready?: ReadyModel;
}

/** Why a series could not be judged; `message` says what is wrong and what to do. */
export interface NotDetected {
  readonly kind: 'noData' | 'tooLittleHistory' | 'counter' | 'invalid';
  readonly series: Series;
  readonly message: string;
}

/** A series with its forecast and its anomalies. The columns share one time axis that runs to `forecastEnd`. */
export interface DetectedSeries extends LearntModel {
  readonly kind: 'detected';
  /** Name and labels as queried; `time` and `y` (NaN where missing and in the future). */
  readonly series: Series;
  readonly forecast: Forecast;
  readonly detection: Detection;
  readonly training: Series;
  readonly settings: DetectorSettings;
  /** Remarks for the reader: seasonalities that are off and why, a constant fit, and the like. */
  readonly remarks: readonly string[];
  /** The model it was judged with, where that was learnt before; missing where it was fitted to `training`. */
  readonly ready?: ReadyModel;
}

/** A judged series, or why it could not be judged. */
export type DetectionOutcome = DetectedSeries | NotDetected;
