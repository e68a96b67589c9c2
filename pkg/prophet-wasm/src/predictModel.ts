import type { Forecast } from './forecast.js';
import { invalid } from './invalid.js';
import type { IntervalLaw, Kernel } from './marshal.js';
import type { Model } from './model.js';
import { parseIntervalWidth } from './parseOptions.js';

/** What a caller may say about a prediction. */
export interface PredictOptions {
  /** Probability that the interval holds, between 0 and 1. Default: the model's. */
  readonly intervalWidth?: number;
}

/** Added to the mean size of rate changes, as in Prophet, so that no change is impossible. */
const LEAST_CHANGE = 1e-8;

/** Forecasts at any times, past or future, in any order. */
export function predictModel(
  kernel: Kernel,
  model: Model,
  time: ArrayLike<number>,
  options?: PredictOptions,
): Forecast {
  if (model.version !== 1) {
    throw new RangeError(`invalid model version: ${String(model.version)} (expected 1; fit the model again)`);
  }
  const { scaling, params } = model;
  const at = finiteTimes(time);
  const t = at.map((value) => (value - scaling.timeStart) / scaling.timeScaleMs);
  const trend = kernel.trend(t, params).map((value) => value * scaling.yScale + scaling.yMin);
  const { components, additiveTerms } = predictSeasonalities(kernel, model, at);
  const halfWidth = kernel.halfWidth(t, intervalLaw(model, options?.intervalWidth));
  const yhat = trend.map((value, i) => value + additiveTerms[i]);
  return {
    time: at,
    yhat,
    yhatLower: yhat.map((value, i) => value - halfWidth[i] * scaling.yScale),
    yhatUpper: yhat.map((value, i) => value + halfWidth[i] * scaling.yScale),
    trend,
    additiveTerms,
    components,
  };
}

function finiteTimes(time: ArrayLike<number>): Float64Array {
  const times = Float64Array.from(time);
  const bad = times.findIndex((value) => !Number.isFinite(value));
  if (bad >= 0) {
    throw invalid(`time of row ${bad}`, times[bad], 'finite epoch milliseconds; remove the row');
  }
  return times;
}

function predictSeasonalities(kernel: Kernel, model: Model, time: Float64Array) {
  const components: Record<string, Float64Array> = {};
  const additiveTerms = new Float64Array(time.length);
  let column = 0;
  for (const seasonality of model.seasonalities) {
    const end = column + 2 * seasonality.fourierOrder;
    const beta = model.params.beta.slice(column, end);
    const component = kernel.seasonality(time, seasonality, beta, model.scaling.yScale);
    for (let i = 0; i < component.length; i++) {
      additiveTerms[i] += component[i];
    }
    components[seasonality.name] = component;
    column = end;
  }
  return { components, additiveTerms };
}

/**
 * Prophet expects the future to bend as the past did: as many rate changes in a length of the history as there are
 * changepoints, of a Laplace law with the mean size of the fitted ones. A flat trend does not bend.
 */
function intervalLaw(model: Model, intervalWidth: number = model.options.intervalWidth): IntervalLaw {
  const { delta, sigmaObs } = model.params;
  const meanChange = delta.reduce((sum, change) => sum + Math.abs(change), 0) / delta.length;
  return {
    sigma: sigmaObs,
    changeScale: meanChange + LEAST_CHANGE,
    changeRate: model.options.growth === 'flat' ? 0 : delta.length,
    intervalWidth: parseIntervalWidth(intervalWidth),
  };
}
