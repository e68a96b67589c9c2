import { predictSinglePoint as predictPoint, type PointPrediction } from 'foreband-detector';

import type { Verbs } from '../detect/detect.js';
import type { SavedModel } from '../models/format/savedModel.js';
import { detectionOptions } from '../settings/detectionOptions.js';
import type { DetectorSettings } from '../settings/settings.js';

import { scoringContext } from './score.js';

/**
 * Scores one sample by itself with a saved model, as it comes in.
 * @param time epoch milliseconds.
 * @param value in the unit of the model's series; NaN where there is none.
 * @param settings of forecast and score. Default: those the model was saved with, its threshold included. N of M needs
 * neighbors: a single sample is scored as 1 of 1.
 * @throws RangeError for a time or settings that cannot be used.
 */
export function predictSinglePoint(
  { forecast }: Pick<Verbs, 'forecast'>,
  saved: SavedModel,
  time: number,
  value: number,
  settings: DetectorSettings = saved.settings,
): PointPrediction {
  const forecaster = {
    forecast: (times: Float64Array) => forecast(saved, times, settings.intervalWidth),
    context: scoringContext(saved),
  };
  return predictPoint(forecaster, time, value, detectionOptions(settings));
}
