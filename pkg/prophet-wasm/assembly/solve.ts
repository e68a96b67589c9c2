import { solveActiveSet } from './activeSet';
import { solveBisection } from './bisection';
import { isWithinRounding, KKT_TOLERANCE, kktResidual } from './certificate';
import { copy } from './doubles';
import { Fit, LAMBDA_FLOOR } from './fit';
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

// A first guess of lambda for scaled y; close enough for most series to find their changepoints at once.
const FIRST_RIDGE_LAMBDA: f64 = 0.01;
const REDUCTIONS: i32 = 4;
const REFINEMENTS: i32 = 6;
// Above this noise, sums over the rows are precise enough for the full certificate.
const ROUNDING_LIMIT: f64 = 1e-6;

/** Fits the problem, whose moments have been gathered, and says what the result is. */
export function solve(problem: Problem, fit: Fit, largestY: f64): i32 {
  const newton = createNewton(problem);
  if (solveByReduction(problem, newton, fit)) {
    const status = refine(problem, newton, fit, largestY);
    if (status != UNSETTLED) return status;
  }
  if (solveBisection(problem, newton, fit)) return refine(problem, newton, fit, largestY);
  moveReference(problem, fit.theta);
  fit.lambda = Math.max(problem.rss / <f64>problem.n, LAMBDA_FLOOR);
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
  let ridgeLambda = FIRST_RIDGE_LAMBDA;
  for (let round = 0; round < REDUCTIONS; round++) {
    if (!reduce(problem, ridgeLambda, lasso)) return false;
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

/** Certifies the fit from the rows; when digits are missing, polishes again about the rows' own residuals. */
function refine(problem: Problem, newton: Newton, fit: Fit, largestY: f64): i32 {
  for (let round = 0; round < REFINEMENTS; round++) {
    moveReference(problem, fit.theta);
    if (kktResidual(problem, fit) <= KKT_TOLERANCE * problem.laplaceRate) return CERTIFIED;
    if (!polish(problem, newton, fit)) break;
  }
  moveReference(problem, fit.theta);
  if (kktResidual(problem, fit) <= KKT_TOLERANCE * problem.laplaceRate) return CERTIFIED;
  if (fit.lambda < ROUNDING_LIMIT && isWithinRounding(problem, fit, largestY)) return ROUNDING;
  return UNSETTLED;
}
