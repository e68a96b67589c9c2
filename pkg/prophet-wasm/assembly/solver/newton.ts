import { solveLower, solveUpper } from '../math/cholesky';
import { dot, Doubles, room, zeros } from '../math/doubles';
import { Fit } from './fit';
import { factorGram } from './gramFactor';
import { Problem } from '../problem';
import { countProducts, countSolve } from '../work';

/**
 * Newton's method on the smooth parameters and the active changepoints, at given signs. Works on the full Gram matrix
 * about the problem's reference, so neither the frozen ridge nor the rounding of the tableau is left in the result.
 */
@unmanaged
export class Newton {
  /** Free parameters: all smooth ones, then the active changepoints. */
  nFree: i32 = 0;
  free: Doubles = changetype<Doubles>(0);
  /** Cholesky factor of the free block of G + lambda D, nFree squared. */
  factored: Doubles = changetype<Doubles>(0);
  /** theta - reference */
  shift: Doubles = changetype<Doubles>(0);
  /** Phi' (y - Phi theta), every parameter. */
  correlation: Doubles = changetype<Doubles>(0);
  /** |y - Phi theta|^2 */
  rss: f64 = 0;
  /** Gradient of the penalty at lambda = 1 over the free parameters: D theta, or w sign. */
  penalty: Doubles = changetype<Doubles>(0);
  /** Scratch: the step that removes the gradient, and the one that follows lambda. */
  step: Doubles = changetype<Doubles>(0);
  drift: Doubles = changetype<Doubles>(0);
}

export function createNewton(problem: Problem): Newton {
  const newton = new Newton();
  const p = problem.nParameters;
  newton.free = zeros(p);
  newton.factored = room(p * p);
  newton.shift = zeros(p);
  newton.correlation = zeros(p);
  newton.penalty = zeros(p);
  newton.step = zeros(p);
  newton.drift = zeros(p);
  return newton;
}

/** Lists and factors the free block of `fit`; false where it cannot be factored. */
export function prepare(problem: Problem, newton: Newton, fit: Fit): bool {
  let n = 0;
  for (let i = 0; i < problem.nParameters; i++) {
    if (i < problem.nSmooth || fit.signs[i - problem.nSmooth] != 0) newton.free[n++] = <f64>i;
  }
  newton.nFree = n;
  return factorGram(problem, newton.free, n, fit.lambda, newton.factored);
}

/** Correlation, rss and penalty gradient at the fit's parameters. */
export function measure(problem: Problem, newton: Newton, fit: Fit): void {
  measureParameters(problem, newton, fit, false);
}

/** The same without the correlation of inactive changepoints, which no step looks at. */
export function measureFree(problem: Problem, newton: Newton, fit: Fit): void {
  measureParameters(problem, newton, fit, true);
}

function measureParameters(problem: Problem, newton: Newton, fit: Fit, isFreeEnough: bool): void {
  const p = problem.nParameters;
  countProducts(<f64>p * <f64>p);
  for (let i = 0; i < p; i++) newton.shift[i] = fit.theta[i] - problem.reference[i];
  for (let i = 0; i < p; i++) {
    if (isFreeEnough && newton.shift[i] == 0 && i >= problem.nSmooth && fit.signs[i - problem.nSmooth] == 0) continue;
    newton.correlation[i] = problem.correlation[i] - dot(problem.gram.from(i * p), newton.shift, p);
  }
  newton.rss = problem.rss - dot(newton.shift, problem.correlation, p) - dot(newton.shift, newton.correlation, p);
  for (let a = 0; a < newton.nFree; a++) {
    const i = <i32>newton.free[a];
    newton.penalty[a] = penaltyGradient(problem, fit, i);
  }
}

/** d/d theta_i of the penalty theta' D theta / 2 + w |delta|_1, with the subgradient 0 for an inactive changepoint. */
export function penaltyGradient(problem: Problem, fit: Fit, i: i32): f64 {
  if (i >= problem.nSmooth) return problem.laplaceRate * fit.signs[i - problem.nSmooth];
  return problem.ridge[i] * (i == 0 ? fit.theta[0] + problem.offset : fit.theta[i]);
}

/** step := H^-1 (correlation - lambda penalty) over the free parameters. */
export function solveStep(newton: Newton, lambda: f64): void {
  countSolve(newton.nFree);
  for (let a = 0; a < newton.nFree; a++) {
    newton.step[a] = newton.correlation[<i32>newton.free[a]] - lambda * newton.penalty[a];
  }
  solveLower(newton.factored, newton.nFree, newton.step);
  solveUpper(newton.factored, newton.nFree, newton.step);
}

/** drift := H^-1 penalty: minus the derivative of the free parameters by lambda. */
export function solveDrift(newton: Newton): void {
  countSolve(newton.nFree);
  for (let a = 0; a < newton.nFree; a++) newton.drift[a] = newton.penalty[a];
  solveLower(newton.factored, newton.nFree, newton.drift);
  solveUpper(newton.factored, newton.nFree, newton.drift);
}

/** Inner product of a vector over the free parameters with the correlation. */
export function alongCorrelation(newton: Newton, direction: Doubles): f64 {
  let sum: f64 = 0;
  for (let a = 0; a < newton.nFree; a++) sum += direction[a] * newton.correlation[<i32>newton.free[a]];
  return sum;
}
