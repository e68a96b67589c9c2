import type { Direction } from './anomaly.js';
import { detect } from './detect.js';
import { parseDetectionOptions, type DetectionOptionsInput } from './detectionOptions.js';
import type { ForecastSource } from './forecastSource.js';
import type { Severity } from './severity.js';

/** The forecast and score of one sample. */
export interface PointPrediction {
  /** Epoch milliseconds. */
  readonly time: number;
  /** The sample; NaN where there is none. */
  readonly value: number;
  /** The expected value. */
  readonly yhat: number;
  /** Bounds of the forecast's uncertainty interval. */
  readonly yhatLower: number;
  readonly yhatUpper: number;
  /** Edges of the band in which a sample is normal. */
  readonly bandLower: number;
  readonly bandUpper: number;
  /** Unitless, at least 0; NaN where there is no sample. */
  readonly score: number;
  readonly isAnomaly: boolean;
  /** Class of the score; null for what is no anomaly. */
  readonly severity: Severity | null;
  /** Side of the band; null for what is no anomaly. */
  readonly direction: Direction | null;
}

/**
 * Scores one sample by itself, as it comes in.
 * @param model anything that forecasts.
 * @param time epoch milliseconds.
 * @param value in the unit of the series; NaN where there is none.
 * @param options as for `parseDetectionOptions`. N of M needs neighbors: a single point is scored as 1 of 1.
 * @throws RangeError for a time or options that cannot be used.
 */
export function predictSinglePoint(
  model: ForecastSource,
  time: number,
  value: number,
  options: DetectionOptionsInput = {},
): PointPrediction {
  if (!Number.isFinite(time)) {
    throw new RangeError(`invalid time: ${time} (expected epoch milliseconds)`);
  }
  const times = Float64Array.of(time);
  const forecast = model.forecast(times);
  const parsed = parseDetectionOptions({ ...options, n: 1, m: 1 });
  const { bandLower, bandUpper, score, anomalies } = detect(
    times,
    Float64Array.of(value),
    forecast,
    parsed,
    model.context,
  );
  const anomaly = anomalies.at(0);
  return {
    time,
    value,
    yhat: forecast.yhat[0],
    yhatLower: forecast.yhatLower[0],
    yhatUpper: forecast.yhatUpper[0],
    bandLower: bandLower[0],
    bandUpper: bandUpper[0],
    score: score[0],
    isAnomaly: anomaly !== undefined,
    severity: anomaly?.severity ?? null,
    direction: anomaly?.direction ?? null,
  };
}
