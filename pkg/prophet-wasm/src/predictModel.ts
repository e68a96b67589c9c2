import { checkObject, checkOptions } from './checkShape.js';
import { parseTimes } from './epochTime.js';
import type { Forecast } from './forecast.js';
import type { IntervalLaw, Kernel } from './marshal.js';
import type { Model, ModelScaling } from './model.js';
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
  options: PredictOptions = {},
): Forecast {
  checkObject('model', model, 'what fit returned');
  checkOptions(options, ['intervalWidth']);
  if (model.version !== 1) {
    throw new RangeError(`invalid model version: ${String(model.version)} (expected 1; fit the model again)`);
  }
  const at = parseTimes(time);
  const t = scaledTimes(at, model.scaling);
  const trend = kernel.trend(t, model.params);
  const halfWidth = kernel.halfWidth(t, intervalLaw(model, options.intervalWidth));
  const { components, additiveTerms } = predictSeasonalities(kernel, model, at);
  return { time: at, ...assemble(trend, additiveTerms, halfWidth, model.scaling), additiveTerms, components };
}

function scaledTimes(time: Float64Array, { timeStart, timeScaleMs }: ModelScaling): Float64Array {
  const t = new Float64Array(time.length);
  for (let i = 0; i < t.length; i++) {
    t[i] = (time[i] - timeStart) / timeScaleMs;
  }
  return t;
}

/** Brings trend and half width, both in scaled units, back to data units and joins the parts. */
function assemble(scaledTrend: Float64Array, terms: Float64Array, halfWidth: Float64Array, scaling: ModelScaling) {
  const n = terms.length;
  const trend = new Float64Array(n);
  const yhat = new Float64Array(n);
  const yhatLower = new Float64Array(n);
  const yhatUpper = new Float64Array(n);
  const { yScale, yMin } = scaling;
  for (let i = 0; i < n; i++) {
    trend[i] = scaledTrend[i] * yScale + yMin;
    yhat[i] = trend[i] + terms[i];
    yhatLower[i] = yhat[i] - halfWidth[i] * yScale;
    yhatUpper[i] = yhat[i] + halfWidth[i] * yScale;
  }
  return { yhat, yhatLower, yhatUpper, trend };
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
export function intervalLaw(model: Model, intervalWidth: number = model.options.intervalWidth): IntervalLaw {
  const { delta, sigmaObs } = model.params;
  const meanChange = delta.reduce((sum, change) => sum + Math.abs(change), 0) / delta.length;
  return {
    sigma: sigmaObs,
    changeScale: meanChange + LEAST_CHANGE,
    changeRate: model.options.growth === 'flat' ? 0 : delta.length,
    intervalWidth: parseIntervalWidth(intervalWidth),
  };
}
