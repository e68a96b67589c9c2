/** All the detector knows of a forecaster: its answer. Four columns of one length, in the unit of the series. */
export interface Forecast {
  /** Epoch milliseconds of the rows; the times of the points to be scored. */
  readonly time: Float64Array;
  /** Point forecast; NaN where there is none, and such a point is not scored. */
  readonly yhat: Float64Array;
  /** Lower bound of the uncertainty interval, at most `yhat`. */
  readonly yhatLower: Float64Array;
  /** Upper bound of the uncertainty interval, at least `yhat`. */
  readonly yhatUpper: Float64Array;
  /**
   * How much farther than `yhat` a value may lie where the start of what recurs wanders, by side, 0 or more. Only the adaptive
   * score looks at it. Default: nowhere.
   */
  readonly edges?: { readonly above: Float64Array; readonly below: Float64Array };
}
