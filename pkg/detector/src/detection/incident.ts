import type { Anomaly } from './anomaly.js';
import type { Branch } from './branch.js';

/** Why somebody is told: an incident has opened, or an open one has become critical. */
export type PageKind = 'opened' | 'critical';

/** One notification. */
export interface Page {
  /** When anybody could know, epoch milliseconds. */
  readonly time: number;
  /** The first page of every incident says that it opened; one that opens critical has no other. */
  readonly kind: PageKind;
}

/**
 * Anomalies with less than three hours between them: what is counted, listed, logged, annotated and alerted. `start`
 * and `end` are the times of its first and last anomalous row.
 */
export interface Incident extends Anomaly {
  /** True until three hours have been measured without an anomalous row. */
  readonly isOpen: boolean;
  /** The branch that its peak comes from. */
  readonly branch: Branch;
  /** The threshold multiplier at which its peak would just be anomalous, by the score alone. */
  readonly peakMultiplier: number;
  /** One or two. */
  readonly pages: readonly Page[];
}
