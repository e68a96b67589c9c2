import { Doubles, zeros } from './doubles';
import { Problem } from './problem';

/** A candidate solution: parameters, the sign of every changepoint (0 = not in the model), and sigmaObs^2. */
@unmanaged
export class Fit {
  theta: Doubles = changetype<Doubles>(0);
  signs: Doubles = changetype<Doubles>(0);
  lambda: f64 = 0;
}

/** sigmaObs never goes below 1e-9, where Prophet puts it for a constant series. */
export const LAMBDA_FLOOR: f64 = 1e-18;

export function createFit(problem: Problem): Fit {
  const fit = new Fit();
  fit.theta = zeros(problem.nParameters);
  fit.signs = zeros(problem.nChangepoints);
  return fit;
}
