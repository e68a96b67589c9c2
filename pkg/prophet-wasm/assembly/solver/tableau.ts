import { addMultiple, copy, Doubles, fill, zeros } from '../math/doubles';
import { Lasso } from './lasso';
import { countProducts } from '../work';

/**
 * The lasso solved for every lambda at once, on a given active set A with given signs:
 *
 *   [ C | c | 0 ]  swept on A  ->  delta_A(lambda) = first_A - lambda second_A
 *                                  correlation_N(lambda) = first_N - lambda second_N
 *                                  RSS(lambda) = rss + lambda^2 penalty
 *
 * One sweep (Gauss-Jordan pivot; Goodnight, The American Statistician 33, 1979) takes a changepoint in or out.
 */
@unmanaged
export class Tableau {
  size: i32 = 0;
  width: i32 = 0;
  cells: Doubles = changetype<Doubles>(0);
  /** +1 or -1 for active changepoints, else 0. */
  signs: Doubles = changetype<Doubles>(0);
  /** Diagonal of the Gram matrix: what a pivot is measured against. */
  scale: Doubles = changetype<Doubles>(0);
  laplaceRate: f64 = 0;
  rss: f64 = 0;
}

// A column of which less than this share is left, given the others, depends on them.
const DEPENDENT: f64 = 1e-12;

export function createTableau(size: i32): Tableau {
  const tableau = new Tableau();
  tableau.size = size;
  tableau.width = size + 2;
  tableau.cells = zeros(size * (size + 2));
  tableau.signs = zeros(size);
  tableau.scale = zeros(size);
  return tableau;
}

/** Starts with no active changepoint. */
export function load(tableau: Tableau, lasso: Lasso, laplaceRate: f64): void {
  const size = tableau.size;
  for (let i = 0; i < size; i++) {
    const row = tableau.cells.from(i * tableau.width);
    copy(row, lasso.curvature.from(i * size), size);
    row[size] = lasso.target[i];
    row[size + 1] = 0;
  }
  fill(tableau.signs, 0, size);
  tableau.laplaceRate = laplaceRate;
  tableau.rss = lasso.rss;
}

export function pivot(tableau: Tableau, j: i32): f64 {
  return tableau.cells[j * tableau.width + j];
}

/** The part of delta_j (active) or of its correlation (inactive) that does not depend on lambda. */
export function first(tableau: Tableau, j: i32): f64 {
  return tableau.cells[j * tableau.width + tableau.size];
}

export function second(tableau: Tableau, j: i32): f64 {
  return tableau.cells[j * tableau.width + tableau.size + 1];
}

/** delta_j if active, else its correlation with the residual. */
export function valueAt(tableau: Tableau, j: i32, lambda: f64): f64 {
  return first(tableau, j) - lambda * second(tableau, j);
}

/** Whether changepoint j still says something that the active ones do not. */
export function isIndependent(tableau: Tableau, j: i32): bool {
  return pivot(tableau, j) > DEPENDENT * tableau.scale[j];
}

export function enter(tableau: Tableau, j: i32, sign: f64): void {
  const row = tableau.cells.from(j * tableau.width);
  tableau.rss -= (row[tableau.size] * row[tableau.size]) / row[j];
  row[tableau.size + 1] += sign * tableau.laplaceRate;
  tableau.signs[j] = sign;
  sweep(tableau, j);
}

export function leave(tableau: Tableau, j: i32): void {
  sweep(tableau, j);
  const row = tableau.cells.from(j * tableau.width);
  row[tableau.size + 1] -= tableau.signs[j] * tableau.laplaceRate;
  tableau.rss += (row[tableau.size] * row[tableau.size]) / row[j];
  tableau.signs[j] = 0;
}

/** w sum_A sign_j second_j: RSS grows with lambda^2 times this. */
export function penaltyOf(tableau: Tableau): f64 {
  let sum: f64 = 0;
  for (let j = 0; j < tableau.size; j++) {
    if (tableau.signs[j] != 0) sum += tableau.signs[j] * second(tableau, j);
  }
  return tableau.laplaceRate * sum;
}

/**
 * The stationary noise variance of this active set in closed form: the positive root of
 * 4 lambda^2 + n lambda - RSS(lambda), or NaN when there is none.
 */
export function noiseVariance(tableau: Tableau, n: i32): f64 {
  const rss = Math.max(tableau.rss, 0);
  const samples = <f64>n;
  const discriminant = samples * samples + 4 * (4 - penaltyOf(tableau)) * rss;
  return discriminant < 0 ? NaN : (2 * rss) / (samples + Math.sqrt(discriminant));
}

function sweep(tableau: Tableau, k: i32): void {
  const width = tableau.width;
  countProducts(<f64>tableau.size * <f64>width);
  const pivotRow = tableau.cells.from(k * width);
  const d = pivotRow[k];
  for (let j = 0; j < width; j++) pivotRow[j] /= d;
  pivotRow[k] = 1 / d;
  for (let i = 0; i < tableau.size; i++) {
    if (i == k) continue;
    const row = tableau.cells.from(i * width);
    const b = row[k];
    addMultiple(row, -b, pivotRow, width);
    row[k] = -b / d;
  }
}
