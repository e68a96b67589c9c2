import { unknownRows } from './eventFrame.js';
import type { GroundTruth } from './groundTruth.js';
import type { HeldOut } from './heldOut.js';

/** Knowledge of the held-out rows. */
export interface HeldOutTruth {
  /** 1 where the value is anomalous, else 0. */
  readonly labels: Uint8Array;
  /** A column with NaN in place of the rows of which nobody has said whether they are anomalous. */
  readonly known: (column: Float64Array) => Float64Array;
}

/**
 * The truth of the held-out rows.
 * @throws RangeError if the truth has fewer rows than the series.
 */
export function heldOutTruth({ firstRow, time }: HeldOut, { labels, unknown = [] }: GroundTruth): HeldOutTruth {
  if (labels.length < firstRow + time.length) {
    throw new RangeError(`invalid labels: ${labels.length} rows (expected ${firstRow + time.length} or more)`);
  }
  const ofHeldOut = labels.subarray(firstRow, firstRow + time.length);
  const isUnknown = unknownRows(time, unknown);
  const known = (column: Float64Array) =>
    column.map((value, row) => (isUnknown[row] === 1 && ofHeldOut[row] === 0 ? NaN : value));
  return { labels: ofHeldOut, known: unknown.length === 0 ? (column) => column : known };
}
