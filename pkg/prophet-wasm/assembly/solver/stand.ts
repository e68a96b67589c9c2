import { ln } from '../math/elementary';
import { Problem } from '../problem';
import { moveReference } from '../rows/residuals';
import { logPosterior } from './certificate';
import { Fit, LAMBDA_FLOOR, stationaryLambda } from './fit';

/** Takes the fit as reference, with the noise that goes with its parameters; returns its log posterior. */
export function stand(problem: Problem, fit: Fit): f64 {
  moveReference(problem, fit.theta);
  fit.lambda = Math.max(stationaryLambda(problem.n, problem.rss), LAMBDA_FLOOR);
  return logPosterior(problem, fit, ln(fit.lambda));
}
