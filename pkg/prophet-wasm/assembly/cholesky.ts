import { Doubles } from './doubles';

/**
 * The share by which the diagonal of an n x n Gram matrix is raised before it is factored. Columns may depend on each other (yearly
 * features over an hour, aliased harmonics); what rounding leaves of such a direction is noise of either sign. The
 * raise hides it, and damps steps along it; it overestimates curvature, so that iterating with the true residual
 * converges to the unraised solution.
 */
export function raiseOf(n: i32): f64 {
  return 1e-15 * <f64>(n + 10);
}

// For a column of zeros.
const SMALLEST: f64 = 1e-300;

/** Overwrites the lower triangle of the symmetric, positive definite n x n matrix with L, A = L L'. */
export function factor(a: Doubles, n: i32): void {
  for (let i = 0; i < n; i++) {
    const row = a.from(i * n);
    for (let j = 0; j <= i; j++) {
      const other = a.from(j * n);
      let sum = row[j];
      for (let k = 0; k < j; k++) sum -= row[k] * other[k];
      if (j < i) row[j] = sum / other[j];
      else row[i] = Math.sqrt(Math.max(sum, SMALLEST));
    }
  }
}

/** x := L^-1 x */
export function solveLower(l: Doubles, n: i32, x: Doubles): void {
  for (let i = 0; i < n; i++) {
    const row = l.from(i * n);
    let sum = x[i];
    for (let k = 0; k < i; k++) sum -= row[k] * x[k];
    x[i] = sum / row[i];
  }
}

/** x := L^-T x */
export function solveUpper(l: Doubles, n: i32, x: Doubles): void {
  for (let i = n - 1; i >= 0; i--) {
    const value = x[i] / l[i * n + i];
    x[i] = value;
    const row = l.from(i * n);
    for (let k = 0; k < i; k++) x[k] -= row[k] * value;
  }
}
