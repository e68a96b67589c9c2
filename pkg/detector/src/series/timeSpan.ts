/** A stretch of time, both ends included, so that an anomaly is the span of exactly its own points. */
export interface TimeSpan {
  /** First moment, epoch milliseconds. */
  readonly start: number;
  /** Last moment, epoch milliseconds; at least `start`. */
  readonly end: number;
}
