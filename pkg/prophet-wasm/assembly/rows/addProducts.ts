import { Doubles } from '../math/doubles';
import { BLOCK_ROWS } from './block';

/** Bytes from a value to the one of the same row in the next column. */
const NEXT_COLUMN: usize = 8 * BLOCK_ROWS;

/**
 * Adds the inner products of two neighboring columns, the first at `left`, with `width` columns from `right` on to two rows of
 * sums, `stride` apart. All of a fit's time at many rows goes here: neighboring columns are one constant offset apart, so
 * that a row costs two address sums for four products. `n` rows; `width` is even.
 */
export function addProducts(left: Doubles, right: Doubles, n: i32, width: i32, sums: Doubles, stride: i32): void {
  const bytes = (<usize>n) << 3;
  const pair = changetype<usize>(left);
  for (let b = 0; b < width; b += 2) {
    const first = changetype<usize>(right.from(b * BLOCK_ROWS));
    let leftFirst: f64 = 0;
    let leftSecond: f64 = 0;
    let rightFirst: f64 = 0;
    let rightSecond: f64 = 0;
    for (let at: usize = 0; at < bytes; at += 8) {
      const l = load<f64>(pair + at);
      const r = load<f64>(pair + at, NEXT_COLUMN);
      const f = load<f64>(first + at);
      const s = load<f64>(first + at, NEXT_COLUMN);
      leftFirst += l * f;
      leftSecond += l * s;
      rightFirst += r * f;
      rightSecond += r * s;
    }
    sums[b] += leftFirst;
    sums[b + 1] += leftSecond;
    sums[stride + b] += rightFirst;
    sums[stride + b + 1] += rightSecond;
  }
}
