import { predictSinglePoint as predictPoint, type PointPrediction } from 'foreband-detector';

import type { Verbs } from '../verbs.js';
import type { FittedModel } from '../fit/fittedModel.js';
import { detectionOptions } from './detectionOptions.js';
import type { DetectorSettings } from '../settings/settings.js';

import type { SampleRows } from './leadRows.js';
import { forecastWithEdges, leadBefore, scoringContext } from './score.js';

/** A fitted model with all settings that it is scored with, as a saved one. */
export interface ScoredModel extends FittedModel {
  readonly settings: DetectorSettings;
}

/** Options of scoring a single sample. */
export interface SinglePointOptions {
  /**
   * Settings of forecast and score. Default: those the model was saved with, its threshold included. N of M needs neighbors:
   * a single sample is scored as 1 of 1.
   */
  readonly settings?: DetectorSettings;
  /**
   * The samples before it, at best of six hours, on the model's step: an adaptive score takes its level from them. Default
   * none, so that the forecast is the level.
   */
  readonly recent?: SampleRows;
}

/**
 * Scores one sample by itself with a saved model, as it comes in.
 * @param time epoch milliseconds.
 * @param value in the unit of the model's series; NaN where there is none.
 * @throws RangeError for a time or settings that cannot be used.
 */
export function predictSinglePoint(
  { forecast }: Pick<Verbs, 'forecast'>,
  saved: ScoredModel,
  time: number,
  value: number,
  { settings = saved.settings, recent }: SinglePointOptions = {},
): PointPrediction {
  const verbs = { forecast };
  const lead = recent === undefined ? undefined : leadBefore(verbs, saved, [recent], time);
  const forecaster = {
    forecast: (times: Float64Array) => forecastWithEdges(verbs, saved, times, settings.intervalWidth),
    context: scoringContext(saved, lead),
  };
  return predictPoint(forecaster, time, value, detectionOptions(settings, { start: time, end: time }));
}
