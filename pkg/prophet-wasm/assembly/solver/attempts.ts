import { ln } from '../math/elementary';
import { Problem } from '../problem';
import { moveReference } from '../rows/residuals';
import { logPosterior } from './certificate';
import { copyFit, Fit } from './fit';
import { INTERPOLATING, UNSETTLED } from './solver';

/**
 * best := the fit that is the reference now, where that is settled and the best is not, or is better; its status. To pass
 * through the rows with as many parameters is no feat, and does not count.
 */
export function keepBetter(problem: Problem, best: Fit, bestStatus: i32, fit: Fit, status: i32): i32 {
  const reached = logPosterior(problem, fit, ln(fit.lambda));
  moveReference(problem, best.theta);
  if (status == INTERPOLATING && problem.n <= countFree(problem, fit)) return bestStatus;
  const isBetter = reached > logPosterior(problem, best, ln(best.lambda));
  const isSettled = status != UNSETTLED;
  const wins = isSettled == (bestStatus != UNSETTLED) ? isBetter : isSettled;
  if (!wins) return bestStatus;
  copyFit(problem, best, fit);
  return status;
}

function countFree(problem: Problem, fit: Fit): i32 {
  let count = problem.nSmooth;
  for (let j = 0; j < problem.nChangepoints; j++) {
    if (fit.signs[j] != 0) count++;
  }
  return count;
}
