import { forecastQualityOf } from 'foreband-detector';

import type { Verbs } from '../../verbs.js';
import type { Forecastable } from '../../fit/fittedModel.js';

import type { SavedQuality } from './savedModel.js';

/** Measures a model on samples, usually those it was fitted to; null where there are none. */
export function qualityOf(
  verbs: Pick<Verbs, 'forecast'>,
  fitted: Forecastable,
  samples: { readonly time: Float64Array; readonly y: Float64Array },
  intervalWidth: number,
): SavedQuality | null {
  const { time, y } = samples;
  const none = new Uint8Array(time.length);
  const forecast = verbs.forecast(fitted, time, intervalWidth);
  const { nRows, mae, rmse, mape, coverage } = forecastQualityOf(y, forecast, none, none, intervalWidth);
  return nRows === 0 ? null : { mae, rmse, mape: Number.isNaN(mape) ? null : mape, coverage };
}
