import type { EvaluationBasis } from '../evaluation/runEvaluation.js';

import { entryKey, type EvaluationEntry, type LogOrigin } from './logEvent.js';

function shareOf(flags: Uint8Array): number {
  return flags.reduce((sum, flag) => sum + flag, 0) / flags.length;
}

/** An evaluation as an entry; the same figures are the same evaluation. */
export function evaluationEntry(origin: LogOrigin, basis: EvaluationBasis, time: number): EvaluationEntry {
  const { points, events, roc, quality, detection } = basis.evaluation;
  const figures = {
    thresholdMultiplier: basis.settings.thresholdMultiplier,
    nReadings: basis.heldOut.time.length,
    precision: points.precision,
    recall: points.recall,
    f1: points.f1,
    auc: roc.area,
    eventPrecision: events.precision,
    eventRecall: events.recall,
    mape: quality.mape,
    anomalyRate: shareOf(detection.anomalous),
  };
  return {
    type: 'model_evaluation',
    key: entryKey('model_evaluation', origin, origin.series, JSON.stringify(figures)),
    time,
    level: 'info',
    revision: 0,
    origin,
    ...figures,
  };
}
