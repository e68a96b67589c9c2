import type { Branch } from 'foreband-detector';

/** A series on a regular grid. */
export interface RegularSeries {
  /** Epoch milliseconds, multiples of the step. */
  readonly time: Float64Array;
  /** NaN where nothing was measured. */
  readonly y: Float64Array;
}

/** Somebody is told. */
export interface WalkedPage {
  /** Epoch milliseconds. */
  readonly time: number;
  /** Score of the row that pages, in units of what pages. */
  readonly score: number;
  readonly kind: Branch;
  /** False for the second page of an incident, which says that it has become critical. */
  readonly isFirst: boolean;
}

/** Verdicts of a detector on the rows of a series as they came in. */
export interface WalkedRows {
  readonly time: Float64Array;
  /** NaN where nothing was scored. */
  readonly score: Float64Array;
  readonly threshold: Float64Array;
  readonly pages: readonly WalkedPage[];
}

/**
 * Goes through a series as time does: each row is scored once, with what was known then.
 * @param from row of the first moment whose pages count.
 */
export type Walk = (series: RegularSeries, from: number) => WalkedRows;
