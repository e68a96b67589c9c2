import { solveLower, solveLowerPair, solveUpper } from '../math/cholesky';
import { copy, dot, Doubles, zeros } from '../math/doubles';
import { Fit } from './fit';
import { factorGram } from './gramFactor';
import { Problem } from '../problem';
import { countProducts } from '../work';

/**
 * The problem in the changepoints alone. With the ridge frozen at lambda = ridgeLambda, the smooth block is quadratic
 * and can be eliminated: L L' = G_ss + ridgeLambda D, W = L^-1 G_sd, z = L^-1 b_s leave
 *
 *   min over delta of  delta' C delta / 2 - c' delta + lambda w |delta|_1,   C = G_dd - W'W,  c = b_d - W'z
 *
 * a lasso in S unknowns.
 */
@unmanaged
export class Lasso {
  size: i32 = 0;
  nSmooth: i32 = 0;
  /** The indices of the smooth parameters: 0, 1, .. */
  smooth: Doubles = changetype<Doubles>(0);
  /** L, nSmooth squared. */
  smoothFactor: Doubles = changetype<Doubles>(0);
  /** W', one row of nSmooth values for each changepoint. */
  coupling: Doubles = changetype<Doubles>(0);
  /** z */
  smoothTarget: Doubles = changetype<Doubles>(0);
  /** C */
  curvature: Doubles = changetype<Doubles>(0);
  /** Phi'y, the correlation about theta = 0. */
  correlation: Doubles = changetype<Doubles>(0);
  /** c */
  target: Doubles = changetype<Doubles>(0);
  /** RSS plus frozen ridge at delta = 0. */
  rss: f64 = 0;
}

export function createLasso(problem: Problem): Lasso {
  const lasso = new Lasso();
  const q = problem.nSmooth;
  const s = problem.nChangepoints;
  lasso.size = s;
  lasso.nSmooth = q;
  lasso.smooth = zeros(q);
  for (let i = 0; i < q; i++) lasso.smooth[i] = <f64>i;
  lasso.smoothFactor = zeros(q * q);
  lasso.coupling = zeros(s * q);
  lasso.smoothTarget = zeros(q);
  lasso.curvature = zeros(s * s);
  lasso.correlation = zeros(problem.nParameters);
  lasso.target = zeros(s);
  return lasso;
}

/** Eliminates the smooth block; false where it cannot be factored. */
export function reduce(problem: Problem, ridgeLambda: f64, lasso: Lasso): bool {
  const q = problem.nSmooth;
  if (!factorGram(problem, lasso.smooth, q, ridgeLambda, lasso.smoothFactor)) return false;
  const rss = correlateAboutZero(problem, lasso.correlation);
  copy(lasso.smoothTarget, lasso.correlation, q);
  // The prior of m is centred at 0, the problem at `offset`: (m + offset)^2 = m^2 + 2 m offset + offset^2.
  const pull = ridgeLambda * problem.ridge[0] * problem.offset;
  lasso.smoothTarget[0] -= pull;
  solveLower(lasso.smoothFactor, q, lasso.smoothTarget);
  lasso.rss = rss + pull * problem.offset - dot(lasso.smoothTarget, lasso.smoothTarget, q);
  eliminate(problem, lasso);
  return true;
}

/** The correlation about theta = 0, from the one about the problem's reference; returns the sum of squares there. */
function correlateAboutZero(problem: Problem, correlation: Doubles): f64 {
  const p = problem.nParameters;
  copy(correlation, problem.correlation, p);
  if (dot(problem.reference, problem.reference, p) == 0) return problem.rss;
  for (let i = 0; i < p; i++) correlation[i] += dot(problem.gram.from(i * p), problem.reference, p);
  return problem.rss + dot(problem.reference, problem.correlation, p) + dot(problem.reference, correlation, p);
}

function eliminate(problem: Problem, lasso: Lasso): void {
  const p = problem.nParameters;
  const q = problem.nSmooth;
  countProducts(<f64>lasso.size * <f64>q * <f64>(q + lasso.size));
  for (let i = 0; i < lasso.size; i++) copy(lasso.coupling.from(i * q), problem.gram.from((q + i) * p), q);
  for (let i = 0; i < lasso.size; i += 2) {
    const row = lasso.coupling.from(i * q);
    if (i + 1 < lasso.size) solveLowerPair(lasso.smoothFactor, q, row, row.from(q));
    else solveLower(lasso.smoothFactor, q, row);
  }
  for (let i = 0; i < lasso.size; i++) {
    const row = lasso.coupling.from(i * q);
    lasso.target[i] = lasso.correlation[q + i] - dot(row, lasso.smoothTarget, q);
    for (let j = 0; j <= i; j++) {
      const value = problem.gram[(q + i) * p + q + j] - dot(row, lasso.coupling.from(j * q), q);
      lasso.curvature[i * lasso.size + j] = value;
      lasso.curvature[j * lasso.size + i] = value;
    }
  }
}

/** Completes delta, already in the fit, by the smooth parameters that go with it: s = L^-T (z - W delta). */
export function restoreSmooth(lasso: Lasso, fit: Fit): void {
  const q = lasso.nSmooth;
  copy(fit.theta, lasso.smoothTarget, q);
  for (let j = 0; j < lasso.size; j++) {
    const value = fit.theta[q + j];
    if (value == 0) continue;
    const row = lasso.coupling.from(j * q);
    for (let i = 0; i < q; i++) fit.theta[i] -= value * row[i];
  }
  solveUpper(lasso.smoothFactor, q, fit.theta);
}
