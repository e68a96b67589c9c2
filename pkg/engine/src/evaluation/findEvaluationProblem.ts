import type { Fold, Series } from 'foreband-detector';

import { MIN_SAMPLES } from '../fit/fitRows.js';
import type { FittedModel } from '../fit/fittedModel.js';

import type { EvaluationPlan } from './evaluationPlan.js';
import type { EvaluationSubject } from './evaluationSubject.js';

const momentText = (time: number) => `${new Date(time).toISOString().slice(0, 16).replace('T', ' ')} UTC`;

function countWithin({ y }: Series, folds: readonly Fold[]): number {
  return folds.reduce(
    (sum, { heldOut }) => sum + y.subarray(heldOut.from, heldOut.to).filter(Number.isFinite).length,
    0,
  );
}

function modelProblem({ training }: FittedModel, nSamples: number): string | undefined {
  return nSamples >= MIN_SAMPLES
    ? undefined
    : `The saved model was fitted to samples up to ${momentText(training.end)}, and of those after that ${nSamples} are here (at least ${MIN_SAMPLES} are needed): a model is not evaluated on what it has seen. Show a time range after its training.`;
}

function rowsProblem(series: Series, folds: readonly Fold[], plan: EvaluationPlan): string | undefined {
  const nSamples = series.y.filter(Number.isFinite).length;
  if (nSamples < 2 * MIN_SAMPLES) {
    return `Too little history: ${nSamples} samples, at least ${2 * MIN_SAMPLES} are needed. Lengthen the training window or the time range.`;
  }
  if (folds.length > 0) {
    return undefined;
  }
  return plan.truth === 'field'
    ? 'No labeled row is left to score: the labels lie in the rows that are fitted. Show a longer time range, or hold out more rows.'
    : 'No row is left to score. Hold out more rows, or lengthen the training window.';
}

/** Why a series cannot be evaluated, and what to do; undefined where it can. */
export function findEvaluationProblem(
  { series, fitted }: EvaluationSubject,
  folds: readonly Fold[],
  plan: EvaluationPlan,
): string | undefined {
  return fitted === undefined ? rowsProblem(series, folds, plan) : modelProblem(fitted, countWithin(series, folds));
}
