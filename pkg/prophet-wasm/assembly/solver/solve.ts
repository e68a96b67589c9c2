import { ln } from '../math/elementary';
import { LOGISTIC, Problem } from '../problem';
import { moveReference } from '../rows/residuals';
import { logPosterior } from './certificate';
import { copyFit, createFit, Fit } from './fit';
import { solveCurved } from './solveCurved';
import { solveLinear } from './solveLinear';
import { createSolver, Solver, UNSETTLED } from './solver';

// The damping of a start that keeps to the way from where it stands.
const CAREFUL: f64 = 1;
// How much harder changepoints have it where none is wanted at first.
const STIFF: f64 = 1000;
// With more rows an attempt costs too much; no longer series that was tried gained by it.
const MOST_ROWS: i32 = 1000;

/** Fits the problem from where `fit` stands, and says what the result is. */
export function solve(problem: Problem, fit: Fit, isWarm: bool): i32 {
  const solver = createSolver(problem);
  if (!problem.isCurved) return solveLinear(problem, solver, fit, isWarm);
  if (problem.growth != LOGISTIC) return solveCurved(problem, solver, fit, 0);
  return solveLogistic(problem, solver, fit);
}

/**
 * With logistic growth there are several optima, and no way leads from one to another; the best of some attempts stays. The
 * first takes long steps. The second starts where that one ended, on the other side of k = 0, where m has no value: the level
 * of the exponent is -k m, which a rate of the other sign can make as well, and the first changepoint can turn it back.
 */
function solveLogistic(problem: Problem, solver: Solver, fit: Fit): i32 {
  const best = createFit(problem);
  const start = createFit(problem);
  copyFit(problem, start, fit);
  let status = solveCurved(problem, solver, fit, 0);
  copyFit(problem, best, fit);
  mirror(problem, fit);
  status = keepBetter(problem, best, status, fit, solveCurved(problem, solver, fit, 0));
  if (problem.n <= MOST_ROWS) status = trySlowly(problem, solver, start, best, status, fit);
  copyFit(problem, fit, best);
  moveReference(problem, fit.theta);
  return status;
}

/** Two more attempts: by short steps, and first as far as that goes without changepoints, then with them. */
function trySlowly(problem: Problem, solver: Solver, start: Fit, best: Fit, bestStatus: i32, fit: Fit): i32 {
  copyFit(problem, fit, start);
  const status = keepBetter(problem, best, bestStatus, fit, solveCurved(problem, solver, fit, CAREFUL));
  copyFit(problem, fit, start);
  const laplaceRate = problem.laplaceRate;
  problem.laplaceRate = STIFF * laplaceRate;
  solveCurved(problem, solver, fit, CAREFUL);
  problem.laplaceRate = laplaceRate;
  return keepBetter(problem, best, status, fit, solveCurved(problem, solver, fit, 0));
}

function mirror(problem: Problem, fit: Fit): void {
  if (problem.nChangepoints > 0) fit.theta[problem.nSmooth] += 2 * fit.theta[1];
  fit.theta[0] = -fit.theta[0];
  fit.theta[1] = -fit.theta[1];
}

/** best := the fit that is the reference now, where that is settled and the best is not, or is better; its status. */
function keepBetter(problem: Problem, best: Fit, bestStatus: i32, fit: Fit, status: i32): i32 {
  const reached = logPosterior(problem, fit, ln(fit.lambda));
  moveReference(problem, best.theta);
  const isBetter = reached > logPosterior(problem, best, ln(best.lambda));
  const isSettled = status != UNSETTLED;
  const wins = isSettled == (bestStatus != UNSETTLED) ? isBetter : isSettled;
  if (!wins) return bestStatus;
  copyFit(problem, best, fit);
  return status;
}
