/** One time series, column by column. Both columns have the same length. */
export interface Series {
  /** Its name for a reader: legend text, never used as a key. */
  readonly name: string;
  /** Prometheus labels, `__name__` included where the query kept it. */
  readonly labels: Readonly<Record<string, string>>;
  /** Epoch milliseconds, strictly ascending. */
  readonly time: Float64Array;
  /** Observed values in the series' own unit; NaN where nothing was measured. */
  readonly y: Float64Array;
}
