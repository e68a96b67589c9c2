import { copy, Doubles, zeros } from '../math/doubles';
import { Problem } from '../problem';

/** A candidate solution: parameters, the sign of every changepoint (0 = not in the model), and sigmaObs^2. */
@unmanaged
export class Fit {
  theta: Doubles = changetype<Doubles>(0);
  signs: Doubles = changetype<Doubles>(0);
  lambda: f64 = 0;
}

/** sigmaObs never goes below 1e-9, where Prophet puts it for a constant series. */
export const LAMBDA_FLOOR: f64 = 1e-18;

/** The stationary lambda for given parameters: the positive root of 4 lambda^2 + n lambda - RSS. */
export function stationaryLambda(n: i32, rss: f64): f64 {
  const samples = <f64>n;
  return (2 * rss) / (samples + Math.sqrt(samples * samples + 16 * rss));
}

export function createFit(problem: Problem): Fit {
  const fit = new Fit();
  fit.theta = zeros(problem.nParameters);
  fit.signs = zeros(problem.nChangepoints);
  return fit;
}

export function copyFit(problem: Problem, target: Fit, source: Fit): void {
  copy(target.theta, source.theta, problem.nParameters);
  copy(target.signs, source.signs, problem.nChangepoints);
  target.lambda = source.lambda;
}
