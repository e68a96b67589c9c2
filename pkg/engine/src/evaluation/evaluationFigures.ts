import type { EvaluationBasis } from './runEvaluation.js';

/** An evaluation in a few figures. Shares are 0 to 1, NaN where nothing tells. */
export interface EvaluationFigures {
  /** Epoch ms. */
  readonly evaluatedAt: number;
  /** Whether the model itself was evaluated, or models that were fitted to parts of the samples with its settings. */
  readonly subject: 'model' | 'settings';
  /** First and last sample that was scored, epoch ms. */
  readonly start: number;
  readonly end: number;
  readonly nSamples: number;
  readonly thresholdMultiplier: number;
  /** Of samples. */
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** Area under the receiver operating characteristic, of samples. */
  readonly auc: number;
  readonly eventPrecision: number;
  readonly eventRecall: number;
  /** Mean absolute error of the forecast as a share of the samples. */
  readonly mape: number;
  /** Share of the samples that is flagged. */
  readonly anomalyRate: number;
}

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
