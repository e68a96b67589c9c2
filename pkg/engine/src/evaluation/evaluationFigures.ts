import type { EvaluationFigures } from '../fit/fittedModel.js';

import type { EvaluationBasis } from './runEvaluation.js';

function shareOf(flags: Uint8Array): number {
  return flags.reduce((sum, flag) => sum + flag, 0) / flags.length;
}

/**
 * The figures of an evaluation at its threshold.
 * @param evaluatedAt epoch ms.
 */
export function evaluationFigures(basis: EvaluationBasis, evaluatedAt: number): EvaluationFigures {
  const { heldOut, evaluation, settings, fitted } = basis;
  const { points, events, roc, quality, detection } = evaluation;
  const { time } = heldOut;
  return {
    evaluatedAt,
    subject: fitted === undefined ? 'settings' : 'model',
    start: time[0],
    end: time[time.length - 1],
    nSamples: time.length,
    thresholdMultiplier: settings.thresholdMultiplier,
    precision: points.precision,
    recall: points.recall,
    f1: points.f1,
    auc: roc.area,
    eventPrecision: events.precision,
    eventRecall: events.recall,
    mape: quality.mape,
    anomalyRate: shareOf(detection.anomalous),
  };
}
