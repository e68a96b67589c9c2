import { solveLower, solveUpper } from '../math/cholesky';
import { betaStart, Problem } from '../problem';
import { Fit } from './fit';
import { factorGram } from './gramFactor';
import { Newton } from './newton';

/**
 * Brings the coefficients of features to where they belong given the trend, about which they are linear: the floor of the
 * curved valley in which a trend and multiplicative terms make up for each other (Golub and Pereyra's variable projection,
 * 1973). The problem's reference must be the fit.
 */
export function settleFeatures(problem: Problem, newton: Newton, fit: Fit): void {
  const beta = betaStart(problem);
  const n = problem.nFeatures;
  for (let a = 0; a < n; a++) {
    const i = beta + a;
    newton.free[a] = <f64>i;
    newton.step[a] = problem.correlation[i] - fit.lambda * problem.ridge[i] * fit.theta[i];
  }
  if (!factorGram(problem, newton.free, n, fit.lambda, newton.factored)) return;
  solveLower(newton.factored, n, newton.step);
  solveUpper(newton.factored, n, newton.step);
  for (let a = 0; a < n; a++) fit.theta[beta + a] += newton.step[a];
}
