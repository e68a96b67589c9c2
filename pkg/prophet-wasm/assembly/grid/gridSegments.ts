import { Doubles, zeros } from '../math/doubles';

// Positions this near to a row, in rows, are that row: what is left is the rounding of scaled time.
const SNAP: f64 = 1e-6;

/** Where the segments of a regular series lie, in rows. */
@unmanaged
export class GridSegments {
  count: i32 = 0;
  /** Position of each segment's origin: 0, then the changepoints; a whole number where one stands on a row. */
  origins: Doubles = changetype<Doubles>(0);
  /** First row of each segment, closed by n. */
  starts: Doubles = changetype<Doubles>(0);
}

export function placeGridSegments(n: i32, nChangepoints: i32, changepoints: Doubles): GridSegments {
  const segments = new GridSegments();
  segments.count = nChangepoints + 1;
  segments.origins = zeros(segments.count);
  segments.starts = zeros(segments.count + 1);
  for (let j = 1; j <= nChangepoints; j++) {
    const position = changepoints[j - 1] * <f64>(n - 1);
    const nearest = Math.floor(position + 0.5);
    segments.origins[j] = Math.abs(position - nearest) < SNAP ? nearest : position;
    segments.starts[j] = Math.min(Math.ceil(segments.origins[j]), <f64>n);
  }
  segments.starts[segments.count] = <f64>n;
  return segments;
}
