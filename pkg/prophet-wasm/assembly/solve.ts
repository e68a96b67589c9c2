import { solveActiveSet } from './activeSet';
import { solveBisection } from './bisection';
import { KKT_TOLERANCE, kktResidual, roundingShare } from './certificate';
import { copy } from './doubles';
import { copyFit, createFit, Fit, LAMBDA_FLOOR, stationaryLambda } from './fit';
import { solveHomotopy } from './homotopy';
import { createLasso, Lasso, reduce, restoreSmooth } from './lasso';
import { createNewton, Newton } from './newton';
import { polish } from './polish';
import { Problem } from './problem';
import { moveReference } from './residuals';
import { createTableau, load, Tableau, valueAt } from './tableau';

export const CERTIFIED: i32 = 0;
export const ROUNDING: i32 = 1;
export const INTERPOLATING: i32 = 2;
/** No claim: the optimality conditions are not met. */
export const UNSETTLED: i32 = 3;

// A first guess of the noise in the variance of y; close enough for most series to find their changepoints at once.
const FIRST_NOISE_SHARE: f64 = 0.1;
const REDUCTIONS: i32 = 4;
const REFINEMENTS: i32 = 40;
// Rounds without progress before refinement gives up.
const PATIENCE: i32 = 4;
// Refinement goes on until the conditions hold this well within their bounds.
const COMFORTABLE: f64 = 0.1;
// Above this noise, sums over the rows are precise enough for the full certificate.
const ROUNDING_LIMIT: f64 = 1e-6;
// Below this noise a model that cannot be settled is no different from one that interpolates.
const RESOLUTION: f64 = 1e-14;

/** Fits the problem, whose moments have been gathered, and says what the result is. */
export function solve(problem: Problem, fit: Fit): i32 {
  const newton = createNewton(problem);
  if (solveByReduction(problem, newton, fit)) {
    const status = refine(problem, newton, fit);
    if (status == CERTIFIED || status == ROUNDING) return status;
  }
  const status = solveBisection(problem, newton, fit) ? refine(problem, newton, fit) : INTERPOLATING;
  if (status != INTERPOLATING) return status;
  moveReference(problem, fit.theta);
  fit.lambda = LAMBDA_FLOOR;
  return INTERPOLATING;
}

/** Changepoints by the reduced lasso, then the polish; repeated with the ridge frozen at the lambda just found. */
function solveByReduction(problem: Problem, newton: Newton, fit: Fit): bool {
  const lasso = createLasso(problem);
  const tableau = createTableau(problem.nChangepoints);
  for (let j = 0; j < problem.nChangepoints; j++) {
    const i = problem.nSmooth + j;
    tableau.scale[j] = problem.gram[i * problem.nParameters + i];
  }
  let ridgeLambda = (FIRST_NOISE_SHARE * problem.rss) / <f64>problem.n;
  for (let round = 0; round < REDUCTIONS; round++) {
    reduce(problem, ridgeLambda, lasso);
    const lambda = chooseChangepoints(problem, lasso, tableau);
    if (!(lambda > LAMBDA_FLOOR)) return false;
    adopt(problem, lasso, tableau, fit, lambda);
    if (polish(problem, newton, fit)) return true;
    ridgeLambda = lambda;
  }
  return false;
}

function chooseChangepoints(problem: Problem, lasso: Lasso, tableau: Tableau): f64 {
  load(tableau, lasso, problem.laplaceRate);
  const lambda = solveActiveSet(tableau, problem.n);
  if (lambda > LAMBDA_FLOOR) return lambda;
  load(tableau, lasso, problem.laplaceRate);
  return solveHomotopy(tableau, problem.n);
}

function adopt(problem: Problem, lasso: Lasso, tableau: Tableau, fit: Fit, lambda: f64): void {
  fit.lambda = lambda;
  copy(fit.signs, tableau.signs, problem.nChangepoints);
  for (let j = 0; j < problem.nChangepoints; j++) {
    fit.theta[problem.nSmooth + j] = fit.signs[j] == 0 ? 0 : valueAt(tableau, j, lambda);
  }
  restoreSmooth(lasso, fit);
}

/**
 * Certifies the fit from the rows; while digits are missing, polishes again about the rows' own residuals. Where hardly
 * any noise is left that is a long way down, but every round gets on: lambda falls, or the conditions hold better.
 */
function refine(problem: Problem, newton: Newton, fit: Fit): i32 {
  const best = createFit(problem);
  let smallest: f64 = Infinity;
  let bestRss: f64 = Infinity;
  let previous: f64 = Infinity;
  let patience = PATIENCE;
  for (let round = 0; round < REFINEMENTS; round++) {
    moveReference(problem, fit.theta);
    if (kktResidual(problem, fit) <= COMFORTABLE * KKT_TOLERANCE * problem.laplaceRate) return CERTIFIED;
    balanceNoise(problem, fit);
    const share = roundingShare(problem, fit);
    patience = share < 0.9 * smallest || fit.lambda < 0.9 * previous ? PATIENCE : patience - 1;
    if (share < smallest) {
      copyFit(problem, best, fit);
      bestRss = problem.rss;
    }
    smallest = Math.min(share, smallest);
    previous = fit.lambda;
    if (share <= COMFORTABLE || patience == 0 || !polish(problem, newton, fit)) break;
  }
  if (!(fit.lambda > LAMBDA_FLOOR) && smallest > 1) {
    moveReference(problem, fit.theta);
    if (!(problem.rss <= bestRss)) copyFit(problem, fit, best);
    return INTERPOLATING;
  }
  copyFit(problem, fit, best);
  moveReference(problem, fit.theta);
  if (kktResidual(problem, fit) <= KKT_TOLERANCE * problem.laplaceRate) return CERTIFIED;
  if (fit.lambda < ROUNDING_LIMIT && smallest <= largestAllowance(problem, fit)) return ROUNDING;
  return fit.lambda < RESOLUTION ? INTERPOLATING : UNSETTLED;
}

/**
 * The parameters are rounded as y is: where they exceed it, because features nearly cancel each other (yearly ones over
 * an hour), their rounding is allowed for in proportion.
 */
function largestAllowance(problem: Problem, fit: Fit): f64 {
  let largest: f64 = 0;
  for (let i = 0; i < problem.nParameters; i++) largest = Math.max(largest, Math.abs(fit.theta[i]));
  return Math.max(1, largest / problem.largestY);
}

/** Hardly any noise: the rows know lambda better than the moments do. */
function balanceNoise(problem: Problem, fit: Fit): void {
  if (fit.lambda < ROUNDING_LIMIT) fit.lambda = Math.max(stationaryLambda(problem.n, problem.rss), LAMBDA_FLOOR);
}
