import { forecastQualityOf } from 'foreband-detector';

import type { Engine } from '../../detect/engine.js';
import type { LearntModel } from '../../fit/learntModel.js';

import type { SavedQuality } from './savedModel.js';

/** Measures a model on readings, usually those it was learnt from; null where there are none. */
export function qualityOf(
  engine: Pick<Engine, 'forecast'>,
  learnt: LearntModel,
  readings: { readonly time: Float64Array; readonly y: Float64Array },
  intervalWidth: number,
): SavedQuality | null {
  const { time, y } = readings;
  const none = new Uint8Array(time.length);
  const forecast = engine.forecast(learnt, time, intervalWidth);
  const { nRows, mae, rmse, mape, coverage } = forecastQualityOf(y, forecast, none, none, intervalWidth);
  return nRows === 0 ? null : { mae, rmse, mape: Number.isNaN(mape) ? null : mape, coverage };
}
