import type { GroundTruth } from 'foreband-detector';

import { type EvaluationPlan, type EvaluationSubject, parsePlan } from 'foreband-engine';
import type { ExplorePlan } from '../address/planCodecs';

/** The complete plan: what is known to be anomalous is the truth, unless the reader plants anomalies. */
export function completePlan(plan: Partial<ExplorePlan>, truth: GroundTruth | null): EvaluationPlan {
  const isKnown = truth !== null && truth.events.length > 0;
  return parsePlan({ ...plan, truth: isKnown ? (plan.truth ?? 'field') : 'planted' });
}

/** The known anomalies, as an evaluation takes them. */
export function markedOf(truth: GroundTruth | null): EvaluationSubject['marked'] {
  return truth === null ? undefined : { spans: truth.events };
}

/** The bounds of values in a unit; planted anomalies stay within, too. */
export function boundsOf(unit: string | undefined): EvaluationSubject['bounds'] {
  switch (unit) {
    case 'percentunit':
      return { lower: 0, upper: 1 };
    case 'percent':
      return { lower: 0, upper: 100 };
    default:
      return undefined;
  }
}
