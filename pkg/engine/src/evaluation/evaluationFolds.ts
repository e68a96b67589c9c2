import { chronologicalSplit, rollingOrigin, type Fold } from 'foreband-detector';

import { firstRowFrom } from '../series/rowAt.js';

import type { EvaluationPlan } from './evaluationPlan.js';
import type { EvaluationSubject } from './evaluationSubject.js';

function clipped(fold: Fold, firstKnown: number, nKnown: number): Fold {
  const from = Math.max(fold.heldOut.from, firstKnown);
  const to = Math.min(fold.heldOut.to, nKnown);
  // More to fit does no harm: rows whose truth is unknown lie before those that are scored.
  const training = fold.heldOut.from < from ? { ...fold.training, to: from } : fold.training;
  return { training, heldOut: { from, to } };
}

function plannedFolds({ series, settings, fitted }: EvaluationSubject, plan: EvaluationPlan): readonly Fold[] {
  const { time } = series;
  if (fitted !== undefined) {
    const after = firstRowFrom(time, fitted.training.end + 1);
    return [{ training: { from: 0, to: after }, heldOut: { from: after, to: time.length } }];
  }
  return plan.rows === 'split'
    ? [chronologicalSplit(time.length, plan.trainingShare)]
    : rollingOrigin(time, { horizonMs: plan.refitEveryMs, trainingWindowMs: settings.trainingWindowMs });
}

/** The rows to fit and to score; only rows whose truth is known are scored. */
export function evaluationFolds(subject: EvaluationSubject, plan: EvaluationPlan): readonly Fold[] {
  const { time } = subject.series;
  const { marked } = subject;
  const folds = plannedFolds(subject, plan).filter(({ heldOut }) => heldOut.to > heldOut.from);
  const known = plan.truth === 'planted' ? undefined : marked?.known;
  if (known === undefined) {
    return folds;
  }
  const firstKnown = firstRowFrom(time, known.start);
  const endKnown = firstRowFrom(time, known.end + 1);
  return folds.map((fold) => clipped(fold, firstKnown, endKnown)).filter(({ heldOut }) => heldOut.to > heldOut.from);
}
