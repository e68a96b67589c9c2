/*
 * What a fit has cost so far, in about nanoseconds of WebAssembly, reckoned from the sizes of what was done: so a fit that
 * would go on and on ends after the same step on every machine, and long before anybody takes the page for dead.
 */
const MOST: f64 = 4e8;
// With more rows it may take longer in proportion.
const ROWS: f64 = 20000;
let left: f64 = 0;

/** Begins a fit of n rows. */
export function startWork(n: i32): void {
  left = MOST * Math.max(1, <f64>n / ROWS);
}

/** Counts the products of `width` columns over n rows. */
export function countRows(n: i32, width: i32): void {
  left -= <f64>n * (20 + <f64>width * (2 + 0.2 * <f64>width));
}

/** Counts `n` products of numbers that stand side by side. */
export function countProducts(n: f64): void {
  left -= 0.4 * n;
}

/** Counts a Cholesky factor. */
export function countFactor(size: i32): void {
  left -= 0.1 * <f64>size * <f64>size * <f64>size;
}

/** Counts a solution by such a factor. */
export function countSolve(size: i32): void {
  left -= 1.3 * <f64>size * <f64>size;
}

/** Whether the fit has to end with what it has reached. */
export function isSpent(): bool {
  return left < 0;
}
