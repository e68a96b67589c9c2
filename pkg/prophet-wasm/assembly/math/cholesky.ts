import { dot, Doubles } from './doubles';

/**
 * Overwrites the lower triangle of the symmetric n x n matrix with L, A = L L'. False as soon as a pivot keeps less
 * than the `least` share of its diagonal.
 */
export function factor(a: Doubles, n: i32, least: f64): bool {
  for (let i = 0; i < n; i++) {
    const row = a.from(i * n);
    const diagonal = row[i];
    for (let j = 0; j <= i; j++) {
      const other = a.from(j * n);
      const sum = row[j] - dot(row, other, j);
      if (j < i) row[j] = sum / other[j];
      else if (sum > least * diagonal) row[i] = Math.sqrt(sum);
      else return false;
    }
  }
  return true;
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
