import { addMultiple, dot, Doubles } from './doubles';

/**
 * Overwrites the lower triangle of the symmetric n x n matrix with L, A = L L'. False as soon as a pivot keeps no more
 * than the `least` share of its diagonal.
 */
export function factor(a: Doubles, n: i32, least: f64): bool {
  for (let i = 0; i < n; i += 2) {
    const row = a.from(i * n);
    if (i + 1 == n) {
      solveLeading(a, n, i, row);
      return takePivot(row, i, least);
    }
    const next = a.from((i + 1) * n);
    solveLeadingPair(a, n, i, row, next);
    if (!takePivot(row, i, least)) return false;
    next[i] = (next[i] - dot(next, row, i)) / row[i];
    if (!takePivot(next, i + 1, least)) return false;
  }
  return true;
}

/** The diagonal of row i of L, of which all before is done. */
function takePivot(row: Doubles, i: i32, least: f64): bool {
  const diagonal = row[i];
  const pivot = diagonal - dot(row, row, i);
  if (!(pivot > least * diagonal)) return false;
  row[i] = Math.sqrt(pivot);
  return true;
}

/** x := L^-1 x */
export function solveLower(l: Doubles, n: i32, x: Doubles): void {
  solveLeading(l, n, n, x);
}

/** The same for two vectors at once, which takes little longer than for one. */
export function solveLowerPair(l: Doubles, n: i32, x: Doubles, y: Doubles): void {
  solveLeadingPair(l, n, n, x, y);
}

/** x := L^-1 x */
function solveLeading(l: Doubles, n: i32, size: i32, x: Doubles): void {
  for (let i = 0; i < size; i++) {
    const row = l.from(i * n);
    x[i] = (x[i] - dot(row, x, i)) / row[i];
  }
}

/**
 * With the first `size` rows and columns of L alone. Two rows of L against both vectors, two columns at a time: eight sums,
 * none of which waits for another, share what is loaded.
 */
function solveLeadingPair(l: Doubles, n: i32, size: i32, x: Doubles, y: Doubles): void {
  let i = 0;
  for (; i + 1 < size; i += 2) {
    const row = l.from(i * n);
    const next = l.from((i + 1) * n);
    let rowX: f64 = 0;
    let rowY: f64 = 0;
    let nextX: f64 = 0;
    let nextY: f64 = 0;
    let oddRowX: f64 = 0;
    let oddRowY: f64 = 0;
    let oddNextX: f64 = 0;
    let oddNextY: f64 = 0;
    for (let k = 0; k < i; k += 2) {
      const even = x[k];
      const odd = x[k + 1];
      const evenY = y[k];
      const oddY = y[k + 1];
      rowX += row[k] * even;
      rowY += row[k] * evenY;
      nextX += next[k] * even;
      nextY += next[k] * evenY;
      oddRowX += row[k + 1] * odd;
      oddRowY += row[k + 1] * oddY;
      oddNextX += next[k + 1] * odd;
      oddNextY += next[k + 1] * oddY;
    }
    x[i] = (x[i] - (rowX + oddRowX)) / row[i];
    y[i] = (y[i] - (rowY + oddRowY)) / row[i];
    x[i + 1] = (x[i + 1] - (nextX + oddNextX) - next[i] * x[i]) / next[i + 1];
    y[i + 1] = (y[i + 1] - (nextY + oddNextY) - next[i] * y[i]) / next[i + 1];
  }
  if (i == size) return;
  const row = l.from(i * n);
  x[i] = (x[i] - dot(row, x, i)) / row[i];
  y[i] = (y[i] - dot(row, y, i)) / row[i];
}

/** x := L^-T x */
export function solveUpper(l: Doubles, n: i32, x: Doubles): void {
  for (let i = n - 1; i >= 0; i--) {
    const value = x[i] / l[i * n + i];
    x[i] = value;
    addMultiple(x, -value, l.from(i * n), i);
  }
}
