import { LOGISTIC, Problem } from '../problem';
import { startWork } from '../work';
import { Fit } from './fit';
import { solveLinear } from './solveLinear';
import { solveLogistic } from './solveLogistic';
import { solveMultiplicative } from './solveMultiplicative';
import { createSolver } from './solver';

/** Fits the problem from where `fit` stands, and says what the result is. */
export function solve(problem: Problem, fit: Fit, isWarm: bool): i32 {
  startWork(problem.n);
  const solver = createSolver(problem);
  if (!problem.isCurved) return solveLinear(problem, solver, fit, isWarm);
  return problem.growth == LOGISTIC ? solveLogistic(problem, solver, fit) : solveMultiplicative(problem, solver, fit);
}
