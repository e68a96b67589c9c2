/*
 * Cost of a fit so far, in products of numbers that stand side by side (about 0.4 ns in WebAssembly), reckoned from the
 * sizes of what was done: so a fit that would go on and on ends after the same step on every machine, and long before
 * anybody takes the page for dead.
 */
const MOST: f64 = 1e9;
// With more rows it may take longer in proportion.
const ROWS: f64 = 20000;
let left: f64 = 0;

/** Begins a fit of n rows. */
export function startWork(n: i32): void {
  left = MOST * Math.max(1, <f64>n / ROWS);
}

/** Counts the products of `width` columns over n rows. */
export function countRows(n: i32, width: i32): void {
  left -= <f64>n * (50 + <f64>width * (5 + 0.5 * <f64>width));
}

/** Counts `n` such products. */
export function countProducts(n: f64): void {
  left -= n;
}

/** Counts a Cholesky factor. */
export function countFactor(size: i32): void {
  left -= 0.25 * <f64>size * <f64>size * <f64>size;
}

/** Counts a solution by such a factor. */
export function countSolve(size: i32): void {
  left -= 3 * <f64>size * <f64>size;
}

/** Whether the fit has to end with what it has reached. */
export function isSpent(): bool {
  return left < 0;
}
