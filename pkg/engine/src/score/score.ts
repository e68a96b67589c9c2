import { detect, parseDetectionOptions, type DetectionContext, type Detection, type Series } from 'foreband-detector';
import type { Forecast } from 'prophet-wasm';

import type { FittedModel } from '../fit/fittedModel.js';
import { detectionOptions } from '../settings/detectionOptions.js';
import type { FitSettings, ScoreSettings } from '../settings/settings.js';

/** What the detector has to know of the model behind a forecast. */
export function scoringContext({ model }: Pick<FittedModel, 'model'>): DetectionContext {
  const { status } = model.fit;
  return { isDegenerate: status === 'constant' || status === 'interpolating', scale: model.scaling.yScale };
}

/**
 * Scores samples against the forecast of a model, and groups what leaves the band into anomalies.
 * @param rows one regular grid, on the forecast's own times.
 * @throws RangeError for settings that contradict each other.
 */
export function score(
  { time, y }: Pick<Series, 'time' | 'y'>,
  forecast: Pick<Forecast, 'time' | 'yhat' | 'yhatLower' | 'yhatUpper'>,
  fitted: Pick<FittedModel, 'model'>,
  settings: ScoreSettings & Pick<FitSettings, 'exclusions'>,
): Detection {
  return detect(time, y, forecast, parseDetectionOptions(detectionOptions(settings)), scoringContext(fitted));
}
