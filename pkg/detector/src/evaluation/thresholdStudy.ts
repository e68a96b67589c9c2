import type { ThresholdConfidence } from './bootstrapThreshold.js';
import type { ThresholdGoal } from './chooseThreshold.js';
import type { SweepRow } from './sweepThresholds.js';

/** The study of thresholds beyond the one that was evaluated. */
export interface ThresholdStudy {
  /** The goal of the threshold. */
  readonly goal: ThresholdGoal;
  /** The sweep's row for that goal; undefined where none reaches it. */
  readonly chosen: SweepRow | undefined;
  /** How sure the choice is. */
  readonly confidence: ThresholdConfidence | undefined;
}
