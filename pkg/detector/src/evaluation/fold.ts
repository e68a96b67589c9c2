/** Rows to learn from and rows to judge, of one series: `from <= row < to`. What is judged lies after what was learnt. */
export interface Fold {
  /** Rows the model is fitted to. */
  readonly training: RowRange;
  /** Rows that are held out, forecast and judged. */
  readonly heldOut: RowRange;
}

/** Successive rows: `from <= row < to`. */
export interface RowRange {
  /** First row. */
  readonly from: number;
  /** The row after the last. */
  readonly to: number;
}
