import { copy, fill } from '../math/doubles';
import { Problem } from '../problem';
import { moveReference, takeRowsOfGrid } from '../rows/residuals';
import { isSpent } from '../work';
import { solveBisection } from './bisection';
import { judge, kktResidual, largestRounding, roundingShare, sizeOfParts, toleranceOf } from './certificate';
import { copyFit, Fit, LAMBDA_FLOOR, stationaryLambda } from './fit';
import { Newton } from './newton';
import { polish } from './polish';
import { solveByReduction } from './reduction';
import { CERTIFIED, INTERPOLATING, LACKING_ROWS, ROUNDING, Solver } from './solver';
import { stand } from './stand';

// A first guess of the noise in the variance of y; close enough for most series to find their changepoints at once.
const FIRST_NOISE_SHARE: f64 = 0.1;
const REFINEMENTS: i32 = 40;
// Rounds without progress before refinement gives up.
const PATIENCE: i32 = 4;
// Refinement goes on until the conditions hold this well within their bounds.
const COMFORTABLE: f64 = 0.1;
// Above this noise, sums over the rows are precise enough for the full certificate.
const ROUNDING_LIMIT: f64 = 1e-6;

/**
 * Fits a problem whose means are linear in theta and whose moments are about 0, and says what the result is. A warm start
 * has theta, signs and lambda of a similar problem in `fit`.
 */
export function solveLinear(problem: Problem, solver: Solver, fit: Fit, isWarm: bool): i32 {
  const newton = solver.newton;
  const firstRidge = (FIRST_NOISE_SHARE * problem.rss) / <f64>problem.n;
  if ((isWarm && polish(problem, newton, fit)) || solveByReduction(problem, solver, fit, firstRidge)) {
    if (certifyByMoments(problem, newton, fit)) return CERTIFIED;
    if (lacksRows(problem)) return LACKING_ROWS;
    const status = refine(problem, solver, fit);
    if (status == CERTIFIED || status == ROUNDING) return status;
  }
  if (lacksRows(problem)) return LACKING_ROWS;
  if (!changetype<usize>(problem.rows) && !isSpent()) {
    fill(fit.theta, 0, problem.nParameters);
    takeRowsOfGrid(problem, fit.theta);
    return solveLinear(problem, solver, fit, false);
  }
  let status = INTERPOLATING;
  if (!isSpent() && solveBisection(problem, newton, fit)) status = refine(problem, solver, fit);
  if (isSpent()) status = endEarly(problem, solver, fit);
  if (status != INTERPOLATING) return status;
  moveReference(problem, fit.theta);
  fit.lambda = LAMBDA_FLOOR;
  return INTERPOLATING;
}

/** Ends with what was reached, or the mean of y where that is better. */
function endEarly(problem: Problem, solver: Solver, fit: Fit): i32 {
  const mean = solver.best;
  fill(mean.theta, 0, problem.nParameters);
  fill(mean.signs, 0, problem.nChangepoints);
  const least = stand(problem, mean);
  for (let j = 0; j < problem.nChangepoints; j++) {
    const delta = fit.theta[problem.nSmooth + j];
    fit.signs[j] = delta > 0 ? 1 : delta < 0 ? -1 : 0;
  }
  if (!(stand(problem, fit) > least)) {
    copyFit(problem, fit, mean);
    stand(problem, fit);
  }
  return judge(problem, fit);
}

/** Whether there are neither rows nor the values to make them from. */
function lacksRows(problem: Problem): bool {
  const hasGrid = changetype<usize>(problem.grid) != 0 && changetype<usize>(problem.grid.y) != 0;
  return !changetype<usize>(problem.rows) && !hasGrid;
}

/**
 * The moments' own rounding is known: where it is far below the tolerance, they certify a polished fit without a look at
 * the rows.
 */
function certifyByMoments(problem: Problem, newton: Newton, fit: Fit): bool {
  if (!(largestRounding(problem, fit) * sizeOfParts(problem, fit) < COMFORTABLE)) return false;
  copy(problem.reference, fit.theta, problem.nParameters);
  copy(problem.correlation, newton.correlation, problem.nParameters);
  problem.rss = newton.rss;
  return kktResidual(problem, fit) <= COMFORTABLE * toleranceOf(problem);
}

/**
 * Certifies the fit from the rows; while digits are missing, polishes again about the rows' own residuals. Where hardly
 * any noise is left that is a long way down, but every round gets on: lambda falls, or the conditions hold better.
 */
function refine(problem: Problem, solver: Solver, fit: Fit): i32 {
  const best = solver.best;
  let smallest: f64 = Infinity;
  let bestRss: f64 = Infinity;
  let previous: f64 = Infinity;
  let patience = PATIENCE;
  for (let round = 0; round < REFINEMENTS; round++) {
    moveReference(problem, fit.theta);
    if (kktResidual(problem, fit) <= COMFORTABLE * toleranceOf(problem)) return CERTIFIED;
    balanceNoise(problem, fit);
    const share = roundingShare(problem, fit);
    patience = share < 0.9 * smallest || fit.lambda < 0.9 * previous ? PATIENCE : patience - 1;
    if (share < smallest) {
      copyFit(problem, best, fit);
      bestRss = problem.rss;
    }
    smallest = Math.min(share, smallest);
    previous = fit.lambda;
    if (share <= COMFORTABLE || patience == 0 || !polish(problem, solver.newton, fit)) break;
  }
  if (!(fit.lambda > LAMBDA_FLOOR) && smallest > 1) {
    moveReference(problem, fit.theta);
    if (!(problem.rss <= bestRss)) copyFit(problem, fit, best);
    return INTERPOLATING;
  }
  copyFit(problem, fit, best);
  moveReference(problem, fit.theta);
  return judge(problem, fit);
}

/** Hardly any noise: the rows know lambda better than the moments do. */
function balanceNoise(problem: Problem, fit: Fit): void {
  if (fit.lambda < ROUNDING_LIMIT) fit.lambda = Math.max(stationaryLambda(problem.n, problem.rss), LAMBDA_FLOOR);
}
