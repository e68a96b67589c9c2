import type { Features } from '../features/terms.js';
import type { InactiveSeasonality } from '../features/seasonality.js';
import type { FitOutput } from '../kernel/fitOutput.js';
import { invalid } from '../invalid.js';
import type { Growth, ResolvedOptions } from '../options/prophetOptions.js';
import {
  MODEL_VERSION,
  type FitStatus,
  type Model,
  type ModelBounds,
  type ModelParams,
  type ModelScaling,
} from './model.js';

/** sigmaObs of a constant series, as in Prophet. */
const CONSTANT_SIGMA = 1e-9;

/** A fit, or what stands in for one where y is constant. */
export type Fitted = Omit<FitOutput, 'status'> & { readonly status: FitStatus };

/** Parts of a model besides the fit. */
export interface ModelParts {
  readonly options: ResolvedOptions;
  readonly scaling: ModelScaling;
  readonly bounds: ModelBounds;
  readonly features: Features;
  readonly inactive: readonly InactiveSeasonality[];
  /** Changepoints in scaled time. */
  readonly tChange: readonly number[];
  readonly history: Model['history'];
}

const OTHER_SIZES = 'a number; use another unit, or less extreme regressors, bounds or prior scales';

/**
 * Joins a fit and what it was a fit of.
 * @throws RangeError where numbers too large or too small have left no fit.
 */
export function completeModel(parts: ModelParts, { status, logPosterior, kkt, params }: Fitted): Model {
  const { options, scaling, bounds, features, inactive, tChange, history } = parts;
  if (!Number.isFinite(logPosterior)) {
    throw invalid('log-posterior of the fit', logPosterior, OTHER_SIZES);
  }
  return {
    version: MODEL_VERSION,
    options,
    scaling,
    params: completeParams(params, tChange, options.growth),
    seasonalities: features.seasonalities,
    inactiveSeasonalities: inactive,
    holidays: features.holidays,
    regressors: features.regressors,
    bounds,
    recurring: null,
    history,
    fit: { status, logPosterior, kkt },
  };
}

/** Without changepoints Prophet's Stan program still has one, at time 0. */
export function scaledChangepoints(
  changepoints: readonly number[],
  { timeStart, timeScaleMs }: Pick<ModelScaling, 'timeStart' | 'timeScaleMs'>,
): readonly number[] {
  return changepoints.length === 0 ? [0] : changepoints.map((time) => (time - timeStart) / timeScaleMs);
}

/** Prophet skips the optimizer where min y = max y: its initial values stand, with next to no noise. */
export function constantFit(n: number, m: number, nBeta: number, nDelta: number): Fitted {
  return {
    status: 'constant',
    logPosterior: -((m * m) / 50) - 2 * CONSTANT_SIGMA ** 2 - n * Math.log(CONSTANT_SIGMA),
    kkt: 0,
    params: {
      k: 0,
      m,
      delta: new Array<number>(nDelta).fill(0),
      beta: new Array<number>(nBeta).fill(0),
      sigmaObs: CONSTANT_SIGMA,
    },
  };
}

/**
 * Flat growth has no rate changes; a lone changepoint at time 0 is part of the base rate. With logistic growth the offset
 * follows, so that the exponent, k (t - m) + delta t, stays what it is; upstream forgets that. An exponent without any slope
 * has no such offset, and keeps its change.
 */
function completeParams(params: Omit<ModelParams, 'tChange'>, tChange: readonly number[], growth: Growth): ModelParams {
  const { delta, k, m } = params;
  if (delta.length === 0) {
    return { ...params, delta: tChange.map(() => 0), tChange };
  }
  if (tChange.length === 1 && tChange[0] === 0) {
    const rate = k + delta[0];
    const offset = growth === 'logistic' ? (m * k) / rate : m;
    return Number.isFinite(offset) ? { ...params, k: rate, m: offset, delta: [0], tChange } : { ...params, tChange };
  }
  return { ...params, tChange };
}
