import {
  detect,
  heldOutTruth,
  placeEvents,
  scoreEvents,
  scorePoints,
  scoresByKind,
  scoresBySeverity,
  type Evaluation,
} from 'foreband-detector';

import type { EvaluationBasis } from './runEvaluation.js';

/**
 * The evaluation at another threshold multiplier. Curves over all thresholds and the quality of the forecast stay as they
 * are, so it costs a millisecond or two and follows a slider.
 */
export function evaluateAt(
  { evaluation, heldOut, truth, plan }: EvaluationBasis,
  thresholdMultiplier: number,
): Evaluation {
  if (thresholdMultiplier === evaluation.options.thresholdMultiplier) {
    return evaluation;
  }
  const { time, y, forecast, context } = heldOut;
  const options = { ...evaluation.options, thresholdMultiplier };
  const beta = plan.goal.kind === 'fBeta' ? plan.goal.beta : 1;
  const detection = detect(time, y, forecast, options, context);
  const { labels, known } = heldOutTruth(heldOut, truth);
  const points = scorePoints(labels, detection.anomalous, known(detection.score), beta);
  const events = scoreEvents(detection, placeEvents(time, detection.score, truth.events, truth.unknown), beta);
  return {
    ...evaluation,
    options,
    detection,
    points,
    events,
    byKind: scoresByKind(events.outcomes),
    bySeverity: scoresBySeverity(events),
    quality: { ...evaluation.quality, anomalousShare: points.falsePositiveRate },
  };
}

/** The same basis for settings with another threshold multiplier. */
export function withThreshold(basis: EvaluationBasis, thresholdMultiplier: number): EvaluationBasis {
  if (basis.settings.thresholdMultiplier === thresholdMultiplier) {
    return basis;
  }
  const settings = { ...basis.settings, thresholdMultiplier };
  return { ...basis, settings, evaluation: evaluateAt(basis, thresholdMultiplier) };
}
