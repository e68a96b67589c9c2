import { ln } from '../math/elementary';
import { LOGISTIC, Problem } from '../problem';
import { moveReference } from '../rows/residuals';
import { logPosterior } from './certificate';
import { copyFit, createFit, Fit } from './fit';
import { solveCurved } from './solveCurved';
import { solveLinear } from './solveLinear';
import { createSolver, Solver, UNSETTLED } from './solver';

/** Fits the problem from where `fit` stands, and says what the result is. */
export function solve(problem: Problem, fit: Fit, isWarm: bool): i32 {
  const solver = createSolver(problem);
  if (!problem.isCurved) return solveLinear(problem, solver, fit, isWarm);
  const status = solveCurved(problem, solver, fit);
  return problem.growth == LOGISTIC ? tryMirrored(problem, solver, fit, status) : status;
}

/**
 * With logistic growth the level of the exponent is -k m, which a rate of the other sign can make as well, and the first
 * changepoint can turn it back: there are two optima on either side of k = 0, where m has no value, and no way leads from
 * one to the other. The better one stays.
 */
function tryMirrored(problem: Problem, solver: Solver, fit: Fit, status: i32): i32 {
  const first = createFit(problem);
  copyFit(problem, first, fit);
  const reached = logPosterior(problem, fit, ln(fit.lambda));
  if (problem.nChangepoints > 0) fit.theta[problem.nSmooth] += 2 * fit.theta[1];
  fit.theta[0] = -fit.theta[0];
  fit.theta[1] = -fit.theta[1];
  const mirrored = solveCurved(problem, solver, fit);
  const isBetter = logPosterior(problem, fit, ln(fit.lambda)) > reached;
  if (mirrored != UNSETTLED && (isBetter || status == UNSETTLED)) return mirrored;
  copyFit(problem, fit, first);
  moveReference(problem, fit.theta);
  return status;
}
