import { copy } from '../math/doubles';
import { Problem } from '../problem';
import { solveActiveSet } from './activeSet';
import { Fit, LAMBDA_FLOOR } from './fit';
import { solveHomotopy } from './homotopy';
import { reduce, restoreSmooth } from './lasso';
import { polish } from './polish';
import { Solver } from './solver';
import { load, valueAt } from './tableau';

const REDUCTIONS: i32 = 4;

/**
 * Changepoints by the reduced lasso, then the polish; repeated with the ridge frozen at the lambda just found. False
 * where lambda falls to its floor or nothing settles.
 */
export function solveByReduction(problem: Problem, solver: Solver, fit: Fit, firstRidge: f64): bool {
  const tableau = solver.tableau;
  for (let j = 0; j < problem.nChangepoints; j++) {
    const i = problem.nSmooth + j;
    tableau.scale[j] = problem.gram[i * problem.nParameters + i];
  }
  let ridgeLambda = firstRidge;
  for (let round = 0; round < REDUCTIONS; round++) {
    if (!reduce(problem, ridgeLambda, solver.lasso)) return false;
    const lambda = chooseChangepoints(problem, solver);
    if (!(lambda > LAMBDA_FLOOR)) return false;
    adopt(problem, solver, fit, lambda);
    if (polish(problem, solver.newton, fit)) return true;
    ridgeLambda = lambda;
  }
  return false;
}

function chooseChangepoints(problem: Problem, solver: Solver): f64 {
  load(solver.tableau, solver.lasso, problem.laplaceRate);
  const lambda = solveActiveSet(solver.tableau, problem.n);
  if (lambda > LAMBDA_FLOOR) return lambda;
  load(solver.tableau, solver.lasso, problem.laplaceRate);
  return solveHomotopy(solver.tableau, problem.n);
}

function adopt(problem: Problem, solver: Solver, fit: Fit, lambda: f64): void {
  fit.lambda = lambda;
  copy(fit.signs, solver.tableau.signs, problem.nChangepoints);
  for (let j = 0; j < problem.nChangepoints; j++) {
    fit.theta[problem.nSmooth + j] = fit.signs[j] == 0 ? 0 : valueAt(solver.tableau, j, lambda);
  }
  restoreSmooth(solver.lasso, fit);
}
