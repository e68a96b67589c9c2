import type { Anomaly, SuppressedExcursion } from './anomaly';

/** What `detect` found: columns as long as the points it was given, and the runs they form. */
export interface Detection {
  /** Lower edge of the band at the chosen threshold multiplier, in the unit of the series. */
  readonly bandLower: Float64Array;
  /** Upper edge of the band. */
  readonly bandUpper: Float64Array;
  /** Anomaly score: unitless, at least 0; NaN where nothing was measured or forecast. Filters do not change it. */
  readonly score: Float64Array;
  /** 1 for the points of an anomaly that lie outside, else 0. */
  readonly anomalous: Uint8Array;
  /** Code of the filter that suppressed a point that left the band (see `suppressionReasonOf`), else 0. */
  readonly suppressedBy: Uint8Array;
  /** Anomalies in order of time; they never overlap. */
  readonly anomalies: readonly Anomaly[];
  /** Runs of neighbouring points that one filter suppressed on one side, in order of time. */
  readonly suppressed: readonly SuppressedExcursion[];
}
