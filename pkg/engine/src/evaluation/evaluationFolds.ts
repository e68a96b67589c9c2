import { chronologicalSplit, rollingOrigin, type Fold } from 'foreband-detector';

import { firstRowFrom } from '../series/rowAt.js';

import type { EvaluationPlan } from './evaluationPlan.js';
import type { EvaluationSubject } from './evaluationSubject.js';

function clipped(fold: Fold, firstKnown: number, nKnown: number): Fold {
  const from = Math.max(fold.heldOut.from, firstKnown);
  const to = Math.min(fold.heldOut.to, nKnown);
  // More to learn from does no harm: rows whose truth is unknown lie before those that are judged.
  const training = fold.heldOut.from < from ? { ...fold.training, to: from } : fold.training;
  return { training, heldOut: { from, to } };
}

/** The rows to learn from and to judge; only rows whose truth is known are judged. */
export function evaluationFolds(
  { series, settings, marked }: EvaluationSubject,
  plan: EvaluationPlan,
): readonly Fold[] {
  const { time } = series;
  const folds =
    plan.rows === 'split'
      ? [chronologicalSplit(time.length, plan.trainingShare)]
      : rollingOrigin(time, { horizonMs: plan.refitEveryMs, trainingWindowMs: settings.trainingWindowMs });
  const known = plan.truth === 'planted' ? undefined : marked?.known;
  if (known === undefined) {
    return folds;
  }
  const firstKnown = firstRowFrom(time, known.start);
  const endKnown = firstRowFrom(time, known.end + 1);
  return folds.map((fold) => clipped(fold, firstKnown, endKnown)).filter(({ heldOut }) => heldOut.to > heldOut.from);
}
