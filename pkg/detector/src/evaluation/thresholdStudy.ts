import type { ThresholdConfidence } from './bootstrapThreshold.js';
import type { ThresholdGoal } from './chooseThreshold.js';
import type { SweepRow } from './sweepThresholds.js';

/** What is known of thresholds beyond the one that was evaluated. */
export interface ThresholdStudy {
  /** What the threshold was chosen for. */
  readonly goal: ThresholdGoal;
  /** The sweep's row for that goal; undefined where none reaches it. */
  readonly chosen: SweepRow | undefined;
  /** How sure the choice is. */
  readonly confidence: ThresholdConfidence | undefined;
}
