import type { Forecast, Prophet, TrendInterval } from 'prophet-wasm';

import type { Forecastable, FittedModel } from '../fit/fittedModel.js';

import { widenInterval } from './widenInterval.js';

/**
 * A model's forecast for any times, with its components.
 * @param intervalWidth probability mass of the interval, above 0 and below 1.
 */
export function forecast(
  prophet: Pick<Prophet, 'predict'>,
  { model, intervalFactor }: Omit<Forecastable, 'key'>,
  time: Float64Array,
  intervalWidth: number,
): Forecast {
  return widenInterval(prophet.predict(model, time, { intervalWidth }), intervalFactor);
}

/** A model's trend for any times, with the interval of this width that future changepoints leave it. */
export function forecastTrend(
  prophet: Pick<Prophet, 'trendInterval'>,
  { model }: Pick<FittedModel, 'model'>,
  time: Float64Array,
  intervalWidth: number,
): TrendInterval {
  return prophet.trendInterval(model, time, { intervalWidth });
}
