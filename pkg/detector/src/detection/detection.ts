import type { Anomaly, SuppressedExcursion } from './anomaly.js';
import type { Incident } from './incident.js';
import type { ScoredRows } from './scoredRows.js';

/**
 * The result of `detect`: the columns of the score, as long as the points it was given, and the runs they form. Filters
 * change no score; `branch` says `limit` where a value beyond a limit is normal by its score.
 */
export interface Detection extends Omit<ScoredRows, 'time' | 'y' | 'side'> {
  /** 1 for the points of an anomaly that are anomalous themselves, else 0. */
  readonly anomalous: Uint8Array;
  /** Code of the filter that suppressed a point that would be anomalous (see `suppressionReasonOf`), else 0. */
  readonly suppressedBy: Uint8Array;
  /** Anomalies in order of time; they never overlap. */
  readonly anomalies: readonly Anomaly[];
  /** Anomalies with less than three hours between them, in order of time: what is counted. */
  readonly incidents: readonly Incident[];
  /** Runs of neighboring points that one filter suppressed on one side, in order of time. */
  readonly suppressed: readonly SuppressedExcursion[];
}
