import { Fit, LAMBDA_FLOOR, stationaryLambda } from './fit';
import { alongCorrelation, measure, measureFree, Newton, prepare, solveDrift, solveStep } from './newton';
import { Problem, roundingOf } from '../problem';
import { isSpent } from '../work';

// How far an inactive correlation may exceed lambda w before its changepoint is taken in.
const TOLERANCE: f64 = 1e-10;
// Newton's method has converged when the scaled gradient is this small, or no longer shrinks by this factor.
const CONVERGED: f64 = 1e-8;
const STALLED: f64 = 0.7;
const LEAST_ROUNDS: i32 = 3;
const MOST_ROUNDS: i32 = 60;

/**
 * Brings a nearly right fit to full precision: Newton's method jointly in the parameters and lambda, then the
 * optimality conditions of the changepoints; whoever violates them moves, and the polish goes on. Leaves everything measured
 * at the fit. False when it does not settle (the caller then falls back on bisection).
 */
export function polish(problem: Problem, newton: Newton, fit: Fit): bool {
  const limit = 4 * problem.nChangepoints + 20;
  for (let round = 0; round < limit && !isSpent(); round++) {
    if (!converge(problem, newton, fit)) return false;
    if (!moveWorst(problem, newton, fit)) return true;
  }
  return false;
}

/**
 * Newton's method at fixed signs. The factor is renewed when lambda has moved away from where it was taken. False when
 * lambda falls to its floor, or the curvature is that of no minimum.
 */
function converge(problem: Problem, newton: Newton, fit: Fit): bool {
  let factoredAt: f64 = 0;
  let previous: f64 = Infinity;
  let sinceFactor = 0;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    if (isSpent()) return false;
    if (Math.abs(fit.lambda - factoredAt) > 0.01 * factoredAt) {
      if (!prepare(problem, newton, fit)) return false;
      factoredAt = fit.lambda;
      sinceFactor = 0;
    }
    measureFree(problem, newton, fit);
    const size = gradientSize(problem, newton, fit);
    if (size < CONVERGED || (sinceFactor >= LEAST_ROUNDS && size > STALLED * previous)) {
      measure(problem, newton, fit);
      return true;
    }
    previous = size;
    sinceFactor++;
    advance(problem, newton, fit);
    if (!(fit.lambda > LAMBDA_FLOOR)) return false;
  }
  measure(problem, newton, fit);
  return true;
}

/** The largest free gradient of the log posterior, in units of w. */
function gradientSize(problem: Problem, newton: Newton, fit: Fit): f64 {
  let size = Math.abs(4 * fit.lambda + <f64>problem.n - newton.rss / fit.lambda);
  for (let a = 0; a < newton.nFree; a++) {
    const gradient = newton.correlation[<i32>newton.free[a]] / fit.lambda - newton.penalty[a];
    size = Math.max(size, Math.abs(gradient));
  }
  return size / problem.laplaceRate;
}

/**
 * One joint step. With g(lambda) = 4 lambda^2 + n lambda - RSS, theta moves by step - drift dlambda, so to first order
 * RSS moves by -2 correlation'(step - drift dlambda), and g = 0 gives dlambda. Where that would change lambda out of
 * proportion, or g falls with lambda (a stationary point there would be a saddle), theta and lambda are minimised one
 * after the other instead, which never increases the objective.
 */
function advance(problem: Problem, newton: Newton, fit: Fit): void {
  const n = <f64>problem.n;
  solveStep(newton, fit.lambda);
  solveDrift(newton);
  const g = 4 * fit.lambda * fit.lambda + n * fit.lambda - newton.rss;
  const slope = 8 * fit.lambda + n - 2 * alongCorrelation(newton, newton.drift);
  const change = -(g + 2 * alongCorrelation(newton, newton.step)) / slope;
  const isJoint = slope > 0 && Math.abs(change) < 0.5 * fit.lambda;
  const follow = isJoint ? change : 0;
  for (let a = 0; a < newton.nFree; a++) {
    fit.theta[<i32>newton.free[a]] += newton.step[a] - follow * newton.drift[a];
  }
  if (isJoint) {
    fit.lambda += change;
  } else {
    measureFree(problem, newton, fit);
    fit.lambda = stationaryLambda(problem.n, Math.max(newton.rss, 0));
  }
}

/** Takes out the active changepoint of the most wrong sign, else takes in the inactive one of the largest excess. */
function moveWorst(problem: Problem, newton: Newton, fit: Fit): bool {
  const q = problem.nSmooth;
  let worst = -1;
  let most: f64 = 0;
  for (let j = 0; j < problem.nChangepoints; j++) {
    const wrong = -fit.theta[q + j] * fit.signs[j];
    if (wrong > most) {
      most = wrong;
      worst = j;
    }
  }
  if (worst >= 0) {
    fit.signs[worst] = 0;
    fit.theta[q + worst] = 0;
    return true;
  }
  return admitWorst(problem, newton, fit);
}

/**
 * Takes in the inactive changepoint whose correlation exceeds lambda w the most, beyond what rounding explains; false
 * when there is none.
 */
export function admitWorst(problem: Problem, newton: Newton, fit: Fit): bool {
  const q = problem.nSmooth;
  const bound = fit.lambda * problem.laplaceRate * (1 + TOLERANCE);
  let most: f64 = 0;
  let worst = -1;
  for (let j = 0; j < problem.nChangepoints; j++) {
    if (fit.signs[j] != 0) continue;
    const excess = Math.abs(newton.correlation[q + j]) - bound - roundingOf(problem, q + j);
    if (excess > most) {
      most = excess;
      worst = j;
    }
  }
  if (worst < 0) return false;
  fit.signs[worst] = newton.correlation[q + worst] > 0 ? 1 : -1;
  return true;
}
