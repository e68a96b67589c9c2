import { Fit, LAMBDA_FLOOR } from './fit';
import { alongCorrelation, measure, Newton, prepare, solveDrift, solveStep } from './newton';
import { Problem } from './problem';

// How far an inactive correlation may exceed lambda w before its changepoint is taken in.
const TOLERANCE: f64 = 1e-10;
// Newton's method has converged when the scaled gradient is this small, or has stopped shrinking.
const CONVERGED: f64 = 1e-12;
const NEWTON_ROUNDS: i32 = 30;

/**
 * Brings a nearly right fit to full precision: Newton's method jointly in the parameters and lambda, then the
 * optimality conditions of the changepoints; whoever violates them moves, and the polish goes on. False when it does
 * not settle (the caller then falls back on bisection).
 */
export function polish(problem: Problem, newton: Newton, fit: Fit): bool {
  const limit = 4 * problem.nChangepoints + 20;
  for (let round = 0; round < limit; round++) {
    if (!converge(problem, newton, fit)) return false;
    if (!moveWorst(problem, newton, fit)) return true;
  }
  return false;
}

/** Newton's method at fixed signs. The factor is renewed when lambda has moved away from where it was taken. */
function converge(problem: Problem, newton: Newton, fit: Fit): bool {
  let factoredAt: f64 = 0;
  let previous: f64 = Infinity;
  for (let round = 0; round < NEWTON_ROUNDS; round++) {
    if (Math.abs(fit.lambda - factoredAt) > 0.01 * factoredAt) {
      if (!prepare(problem, newton, fit)) return false;
      factoredAt = fit.lambda;
      previous = Infinity;
    }
    measure(problem, newton, fit);
    const size = gradientSize(problem, newton, fit);
    if (size < CONVERGED || (size > 0.5 * previous && size < 1e-6)) return true;
    if (!(size < 1e300)) return false;
    previous = size;
    if (!advance(problem, newton, fit)) return false;
  }
  return false;
}

/** The largest free gradient in units of lambda w, and the noise equation's in units of n lambda. */
function gradientSize(problem: Problem, newton: Newton, fit: Fit): f64 {
  const n = <f64>problem.n;
  let size = Math.abs(4 * fit.lambda + n - newton.rss / fit.lambda) / n;
  for (let a = 0; a < newton.nFree; a++) {
    const gradient = newton.correlation[<i32>newton.free[a]] / fit.lambda - newton.penalty[a];
    size = Math.max(size, Math.abs(gradient) / problem.laplaceRate);
  }
  return size;
}

/**
 * One joint step. With g(lambda) = 4 lambda^2 + n lambda - RSS, theta moves by step - drift dlambda, so to first order
 * RSS moves by -2 correlation'(step - drift dlambda), and g = 0 gives dlambda. False where g falls with lambda: there
 * a stationary lambda would be a saddle.
 */
function advance(problem: Problem, newton: Newton, fit: Fit): bool {
  const n = <f64>problem.n;
  solveStep(newton, fit.lambda);
  solveDrift(newton);
  const g = 4 * fit.lambda * fit.lambda + n * fit.lambda - newton.rss;
  const slope = 8 * fit.lambda + n - 2 * alongCorrelation(newton, newton.drift);
  if (!(slope > 0)) return false;
  let change = -(g + 2 * alongCorrelation(newton, newton.step)) / slope;
  if (change < -0.9 * fit.lambda) change = -0.9 * fit.lambda;
  fit.lambda += change;
  if (fit.lambda < LAMBDA_FLOOR) return false;
  for (let a = 0; a < newton.nFree; a++) {
    fit.theta[<i32>newton.free[a]] += newton.step[a] - change * newton.drift[a];
  }
  return true;
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
  worst = worstExcess(problem, newton, fit);
  if (worst < 0) return false;
  fit.signs[worst] = newton.correlation[q + worst] > 0 ? 1 : -1;
  return true;
}

function worstExcess(problem: Problem, newton: Newton, fit: Fit): i32 {
  const q = problem.nSmooth;
  let most = fit.lambda * problem.laplaceRate * (1 + TOLERANCE);
  let worst = -1;
  for (let j = 0; j < problem.nChangepoints; j++) {
    const size = Math.abs(newton.correlation[q + j]);
    if (fit.signs[j] == 0 && size > most) {
      most = size;
      worst = j;
    }
  }
  return worst;
}
