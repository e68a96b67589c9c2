import { Problem } from '../problem';
import { moveReference } from '../rows/residuals';
import { isSpent } from '../work';
import { keepBetter } from './attempts';
import { copyFit, createFit, Fit } from './fit';
import { CAREFUL, solveCurved } from './solveCurved';
import { Solver } from './solver';

// How much harder changepoints have it where none is wanted at first.
const STIFF: f64 = 1000;
// With more rows an attempt costs too much; no longer series that was tried gained by it.
const MOST_ROWS: i32 = 1000;

/**
 * With logistic growth there are several optima, and no way leads from one to another; the best of some attempts stays. The
 * first takes long steps. The second starts where that one ended, on the other side of k = 0, where m has no value: the level
 * of the exponent is -k m, which a rate of the other sign can make as well, and the first changepoint can turn it back.
 */
export function solveLogistic(problem: Problem, solver: Solver, fit: Fit): i32 {
  const best = createFit(problem);
  const start = createFit(problem);
  copyFit(problem, start, fit);
  let status = solveCurved(problem, solver, fit, 0);
  copyFit(problem, best, fit);
  if (isSpent()) return status;
  mirror(problem, fit);
  status = keepBetter(problem, best, status, fit, solveCurved(problem, solver, fit, 0));
  if (problem.n <= MOST_ROWS && !isSpent()) status = trySlowly(problem, solver, start, best, status, fit);
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
