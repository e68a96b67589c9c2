import { checkOptions } from '../checkShape.js';
import { civilTimes } from '../features/civilClock.js';
import { termsAt } from '../features/terms.js';
import type { Model } from '../fit/model.js';
import type { Kernel } from '../kernel/kernel.js';
import type { ScaledForecast } from '../kernel/predictRows.js';
import { floorAt, type TrendBounds } from './boundsAt.js';
import { joinComponents } from './components.js';
import type { Forecast } from './forecast.js';
import type { FutureRows } from './futureRows.js';
import { hasMore, joinRecurring } from './joinRecurring.js';
import { rowsOfModel } from './rowsOfModel.js';

/** Options of a prediction. */
export interface PredictOptions {
  /** Probability that the interval holds, between 0 and 1. Default: the model's. */
  readonly intervalWidth?: number;
}

/** Forecasts at any times, past or future, in any order. */
export function predictModel(kernel: Kernel, model: Model, given: FutureRows, options: PredictOptions = {}): Forecast {
  checkOptions(options, ['intervalWidth']);
  const { time, stepMs, extra, choice, bounds, trend } = rowsOfModel(model, given, options.intervalWidth);
  const civil = civilTimes(time, model.options.timeZone);
  const terms = termsAt(model, model.options, { time, civil, extra, ...choice });
  // Where the clock jumps, it is not as regular as the rows.
  const scaled = kernel.predict({ ...trend, clock: civil, stepMs: civil === time ? stepMs : 0, terms });
  const { yScale } = model.scaling;
  const components = joinComponents(terms, scaled.terms, yScale);
  const columns = toDataUnits(scaled, yScale, bounds);
  const recurring = hasMore(model) ? joinRecurring(model, civil, { time, ...columns }) : {};
  return { time, ...columns, components: { ...components, ...recurring } };
}

/**
 * Brings the parts back to data units, where they stand, and joins them. The multiplicative terms multiply the trend above
 * its floor, as they did in the fit; upstream multiplies the trend with its floor, which is off by the floor times the terms.
 */
function toDataUnits(
  { trend, additive, multiplicative, below, above }: ScaledForecast,
  yScale: number,
  bounds: TrendBounds,
): Omit<Forecast, 'time' | 'components'> {
  const yhat = new Float64Array(trend.length);
  for (let i = 0; i < yhat.length; i++) {
    const floor = floorAt(bounds, i);
    const level = trend[i] * yScale;
    additive[i] *= yScale;
    yhat[i] = level * (1 + multiplicative[i]) + floor + additive[i];
    below[i] = yhat[i] - below[i] * yScale;
    above[i] = yhat[i] + above[i] * yScale;
    trend[i] = level + floor;
  }
  return {
    yhat,
    yhatLower: below,
    yhatUpper: above,
    trend,
    additiveTerms: additive,
    multiplicativeTerms: multiplicative,
  };
}
