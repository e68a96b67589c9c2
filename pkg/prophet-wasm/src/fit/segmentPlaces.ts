/** Positions this near to a row, in rows, are that row: what is left is the rounding of scaled time. */
const SNAP = 1e-6;

/** Where the segments between changepoints lie in a regular series, in rows from its first. */
export interface SegmentPlaces {
  /** 0, then the changepoints: a whole number where one stands on a row. */
  readonly origins: readonly number[];
  /** The first row of each segment, closed by the number of rows. */
  readonly starts: readonly number[];
}

/** The segments of `n` rows by changepoints in scaled time, as the kernel has them (`assembly/grid/gridSegments.ts`). */
export function segmentPlaces(changepoints: readonly number[], n: number): SegmentPlaces {
  const origins = [0, ...changepoints.map((t) => snapped(t * (n - 1)))];
  return { origins, starts: [...origins.map((origin) => Math.min(Math.ceil(origin), n)), n] };
}

function snapped(position: number): number {
  const nearest = Math.floor(position + 0.5);
  return Math.abs(position - nearest) < SNAP ? nearest : position;
}
