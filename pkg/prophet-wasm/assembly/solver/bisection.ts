import { fill } from '../math/doubles';
import { copyFit, createFit, Fit, LAMBDA_FLOOR } from './fit';
import { solveFixedVariance } from './fixedVariance';
import { Newton } from './newton';
import { Problem } from '../problem';
import { moveReference } from '../rows/residuals';
import { isSpent } from '../work';

const DESCENT: f64 = 0.5;
const PRECISION: f64 = 1e-6;
// Gram-based sums of squares keep this many digits; beyond, the rows are asked again.
const TRUSTED: f64 = 1e-4;
// Above the reference's own sum of squares by this factor, a solution is none.
const GROWTH: f64 = 4;

/**
 * The fallback that cannot fail: for fixed lambda the problem is convex, so g(lambda) = 4 lambda^2 + n lambda - RSS is
 * a function that can be bracketed. Descends from where g is surely positive (RSS <= y'y) until g turns negative, then
 * bisects: the largest stationary lambda on that grid. False when g stays positive down to the floor: the model
 * interpolates the data, and the posterior has no mode with sigmaObs above 1e-9.
 */
export function solveBisection(problem: Problem, newton: Newton, fit: Fit): bool {
  const last = createFit(problem);
  fill(fit.theta, 0, problem.nParameters);
  fill(fit.signs, 0, problem.nChangepoints);
  moveReference(problem, fit.theta);
  let upper = Math.max(problem.rss / <f64>problem.n, 2 * LAMBDA_FLOOR);
  let lower = upper;
  while (!isSpent() && imbalance(problem, newton, fit, last, lower) > 0) {
    upper = lower;
    if (lower <= LAMBDA_FLOOR) return false;
    lower = Math.max(DESCENT * lower, LAMBDA_FLOOR);
  }
  while (!isSpent() && upper - lower > PRECISION * upper) {
    const middle = 0.5 * (lower + upper);
    if (imbalance(problem, newton, fit, last, middle) > 0) upper = middle;
    else lower = middle;
  }
  if (!isSpent()) imbalance(problem, newton, fit, last, upper);
  return true;
}

/**
 * g(lambda), with the lasso solved there. RSS cannot grow as lambda falls; where it does, rounding has taken over (hardly
 * any noise, nearly dependent columns) and the last good solution stands.
 */
function imbalance(problem: Problem, newton: Newton, fit: Fit, last: Fit, lambda: f64): f64 {
  fit.lambda = lambda;
  copyFit(problem, last, fit);
  const before = problem.rss;
  solveFixedVariance(problem, newton, fit);
  let rss = newton.rss;
  if (!(rss > TRUSTED * before && rss <= GROWTH * before)) {
    moveReference(problem, fit.theta);
    if (!(problem.rss <= GROWTH * before)) {
      copyFit(problem, fit, last);
      moveReference(problem, fit.theta);
    }
    rss = problem.rss;
  }
  return 4 * lambda * lambda + <f64>problem.n * lambda - rss;
}
