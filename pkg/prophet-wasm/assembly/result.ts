import { Doubles } from './math/doubles';
import { ln } from './math/elementary';
import { betaStart, Problem } from './problem';
import { kktResidual, logPosterior } from './solver/certificate';
import { Fit } from './solver/fit';

/*
 * Result of a fit for the host, which may hand it back to start another from: sigmaObs, log posterior, KKT residual, k, m, the
 * extremes of y in data units (of a grid only), the betas, the deltas.
 */
const SIGMA: i32 = 0;
const LOG_POSTERIOR: i32 = 1;
const KKT: i32 = 2;
const RATE: i32 = 3;
const OFFSET: i32 = 4;
export const SMALLEST: i32 = 5;
export const LARGEST: i32 = 6;
/** Where the betas and deltas begin. */
export const COEFFICIENTS: i32 = 7;

export function writeResult(problem: Problem, fit: Fit, result: Doubles): void {
  const theta = fit.theta;
  result[SIGMA] = Math.sqrt(fit.lambda);
  result[LOG_POSTERIOR] = logPosterior(problem, fit, ln(fit.lambda));
  result[KKT] = kktResidual(problem, fit);
  result[RATE] = problem.nRates > 0 ? theta[1] : 0;
  result[OFFSET] = theta[0] + problem.offset;
  const first = betaStart(problem);
  for (let i = first; i < problem.nParameters; i++) result[COEFFICIENTS + i - first] = theta[i];
}

/** Takes the parameters of an earlier result as a start. */
export function readStart(problem: Problem, result: Doubles, fit: Fit): void {
  fit.lambda = result[SIGMA] * result[SIGMA];
  fit.theta[0] = result[OFFSET] - problem.offset;
  if (problem.nRates > 0) fit.theta[1] = result[RATE];
  const first = betaStart(problem);
  for (let i = first; i < problem.nParameters; i++) fit.theta[i] = result[COEFFICIENTS + i - first];
  for (let j = 0; j < problem.nChangepoints; j++) {
    const delta = fit.theta[problem.nSmooth + j];
    fit.signs[j] = delta > 0 ? 1 : delta < 0 ? -1 : 0;
  }
}
