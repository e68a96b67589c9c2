import { Doubles, zeros } from '../math/doubles';
import { Problem } from '../problem';
import { createFit, Fit } from './fit';
import { createLasso, Lasso } from './lasso';
import { createNewton, Newton } from './newton';
import { createTableau, Tableau } from './tableau';

/** How a fit ended; the host knows these numbers. */
export const CERTIFIED: i32 = 0;
export const ROUNDING: i32 = 1;
export const INTERPOLATING: i32 = 2;
/** No claim: the optimality conditions are not met. */
export const UNSETTLED: i32 = 3;
/** The moments cannot certify the fit, and the host has not given the rows. */
export const LACKING_ROWS: i32 = 6;

/** Memory for solving, claimed once a problem: nothing is allocated while it is solved. */
@unmanaged
export class Solver {
  newton: Newton = changetype<Newton>(0);
  lasso: Lasso = changetype<Lasso>(0);
  tableau: Tableau = changetype<Tableau>(0);
  /** Scratch: the best fit so far, where a step wants to go, and where it is being tried. */
  best: Fit = changetype<Fit>(0);
  target: Fit = changetype<Fit>(0);
  trial: Fit = changetype<Fit>(0);
  /** Scratch: the Gram matrix while another stands in its place. */
  gram: Doubles = changetype<Doubles>(0);
  /** The same for what attempts change: the ridge, and which features are factors of the trend. */
  ridge: Doubles = changetype<Doubles>(0);
  multiplicative: Doubles = changetype<Doubles>(0);
  /** The posterior to beat: what cannot rise above it is given up. */
  rival: f64 = -Infinity;
}

export function createSolver(problem: Problem): Solver {
  const solver = new Solver();
  solver.newton = createNewton(problem);
  solver.lasso = createLasso(problem);
  solver.tableau = createTableau(problem.nChangepoints);
  solver.best = createFit(problem);
  solver.target = createFit(problem);
  solver.trial = createFit(problem);
  if (problem.isCurved) {
    solver.gram = zeros(problem.nParameters * problem.nParameters);
    solver.ridge = zeros(problem.nSmooth);
    solver.multiplicative = zeros(problem.nSmooth);
  }
  return solver;
}
