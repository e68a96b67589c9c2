/** Rows to fit and rows to evaluate, of one series: `from <= row < to`. What is evaluated lies after what was fitted. */
export interface Fold {
  /** Rows the model is fitted to. */
  readonly training: RowRange;
  /** Rows that are held out, forecast and evaluated. */
  readonly heldOut: RowRange;
}

/** Successive rows: `from <= row < to`. */
export interface RowRange {
  /** First row. */
  readonly from: number;
  /** The row after the last. */
  readonly to: number;
}
