import { cleanHistory } from '../history/cleanHistory.js';
import type { History } from '../history/history.js';
import { invalid } from '../invalid.js';
import type { Model } from '../fit/model.js';
import type { Prophet } from '../prophet.js';
import type { Seasonality } from '../features/seasonality.js';
import { forecastFold, joinFolds, type CrossValidation } from './fold.js';
import { placeCutoffs, type CutoffPlan } from './placeCutoffs.js';
import { runSteps, type Progress } from './runSteps.js';

/** How to cross-validate. */
export interface CrossValidationOptions extends CutoffPlan {
  /**
   * Cutoffs of the caller's own, epoch milliseconds: after the first time, and at least a horizon before the last.
   * Then `periodMs` and `initialMs` do not matter. Default: placed by Prophet's rule.
   */
  readonly cutoffs?: readonly number[];
}

/**
 * Fits the model's settings to ever longer parts of the history, and forecasts the rows that follow each. The
 * seasonalities are those of `model`; everything else of its options holds, `scaling` too.
 * @throws RangeError when the history is too short for the horizon, or a cutoff is not within it.
 */
export function crossValidate(
  prophet: Prophet,
  model: Model,
  data: History,
  options: CrossValidationOptions,
): CrossValidation {
  return runSteps(crossValidationSteps(prophet, model, data, options));
}

/** `crossValidate` in slices of one fold: an iterator that gives its progress, and may simply be left. */
export function* crossValidationSteps(
  prophet: Prophet,
  model: Model,
  data: History,
  options: CrossValidationOptions,
): Generator<Progress, CrossValidation> {
  const history = cleanHistory(data);
  const cutoffs = chooseCutoffs(history.time, options, longestSeason(model.seasonalities));
  const folds: CrossValidation[] = [];
  for (const cutoff of cutoffs) {
    folds.push(forecastFold(prophet, history, model, cutoff, options.horizonMs));
    yield { done: folds.length, total: cutoffs.length };
  }
  return joinFolds(folds);
}

/** Explicit cutoffs, checked, or those of the rule; ascending. */
export function chooseCutoffs(
  time: Float64Array,
  options: CrossValidationOptions,
  longestSeasonMs: number,
): readonly number[] {
  const { cutoffs, horizonMs } = options;
  if (cutoffs === undefined) {
    return placeCutoffs(time, options, longestSeasonMs);
  }
  if (!(horizonMs > 0 && horizonMs < Infinity)) {
    throw invalid('horizonMs', horizonMs, 'milliseconds above 0');
  }
  if (cutoffs.length === 0) {
    throw invalid('cutoffs', cutoffs.length, 'at least one');
  }
  const latest = time[time.length - 1] - horizonMs;
  for (const cutoff of cutoffs) {
    if (!(cutoff > time[0] && cutoff <= latest)) {
      throw invalid('cutoff', cutoff, `a time after ${time[0]}, the first, and at most ${latest}`);
    }
  }
  return [...cutoffs].sort((a, b) => a - b);
}

/** The longest period, 0 without seasonalities: the first fold should hold one. */
export function longestSeason(seasonalities: readonly Seasonality[]): number {
  return Math.max(0, ...seasonalities.map(({ periodMs }) => periodMs));
}
