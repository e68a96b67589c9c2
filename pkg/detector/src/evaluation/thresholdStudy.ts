import type { ThresholdConfidence } from './bootstrapThreshold';
import type { ThresholdGoal } from './chooseThreshold';
import type { SweepRow } from './sweepThresholds';

/** What is known of thresholds beyond the one that was evaluated. */
export interface ThresholdStudy {
  /** What the threshold was chosen for. */
  readonly goal: ThresholdGoal;
  /** The sweep's row for that goal; undefined where none reaches it. */
  readonly chosen: SweepRow | undefined;
  /** How sure the choice is. */
  readonly confidence: ThresholdConfidence | undefined;
}
