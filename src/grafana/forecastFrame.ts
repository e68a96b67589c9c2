import type { DataFrame } from '@grafana/data';

import type { DetectedSeries } from 'foreband-engine';

import { detectionFrame, type FramePresentation } from './detectionFrame';

const FORECAST_COLUMNS: ReadonlySet<string> = new Set(['time', 'yhat', 'yhat_lower', 'yhat_upper']);

function isForecastColumn(name: string): boolean {
  return FORECAST_COLUMNS.has(name);
}

/** The forecast alone: `time, yhat, yhat_lower, yhat_upper`, with nothing hidden, for panels that compute on. */
export function forecastFrame(detected: DetectedSeries, presentation: FramePresentation): DataFrame {
  const { fields, length, refId, name } = detectionFrame(detected, presentation);
  const forecast = fields
    .filter((field) => isForecastColumn(field.name))
    .map((field) => ({ ...field, config: { ...field.config, custom: undefined } }));
  return { refId, name, fields: forecast, length };
}
