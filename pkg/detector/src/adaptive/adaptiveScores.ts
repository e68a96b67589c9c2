/** Scored rows, column by column; one row for each that was to be scored. Values are in the unit of the series. */
export interface AdaptiveScores {
  /**
   * The largest of the three branches: unitless, at least 0; 0 while the series is too young to be scored ("learning"), NaN
   * where nothing is measured or forecast.
   */
  readonly score: Float64Array;
  /** Score of the row's own deviation, beyond what recurs at its time of day. */
  readonly spike: Float64Array;
  /** Score of the unrest of the last 100 minutes. */
  readonly sustained: Float64Array;
  /** Score of the mean residual of the last 2 hours. */
  readonly bias: Float64Array;
  /**
   * The score that counts: `score`, but where an incident has moved the level a row is only as far off as it is from the
   * level or from the forecast, whichever is nearer, and unrest and bias are those of the last half hour where they are
   * smaller. A series that has come back is not anomalous for the hours behind it.
   */
  readonly nearScore: Float64Array;
  /** yhat + level, within the bounds; known for missing and future rows too. */
  readonly expected: Float64Array;
  /** Mean residual of the 4 hours before; into the future it fades. */
  readonly level: Float64Array;
  /** Edges of the band in which a row does not score as a spike. */
  readonly bandLower: Float64Array;
  readonly bandUpper: Float64Array;
  /** The score at which a row is anomalous. */
  readonly threshold: Float64Array;
  /** Code of the branch that decided `nearScore` (see `branchOf`); 0 where nothing is measured. */
  readonly branch: Uint8Array;
  /** Side of the deviation the branch found: 1 above, -1 below, 0 where nothing is measured. */
  readonly side: Int8Array;
  /** How large that deviation is: of the row, of the mean row of 100 minutes, or of the mean of 2 hours. */
  readonly size: Float64Array;
  /** The size at which it would score 1: `size / usual` is how many times the usual it is. */
  readonly usual: Float64Array;
}
