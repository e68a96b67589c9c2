import { Fit } from './fit';
import { measure, Newton, prepare, solveStep } from './newton';
import { admitWorst } from './polish';
import { Problem } from '../problem';
import { isSpent } from '../work';

/**
 * The lasso at a given lambda: strictly convex, solved by a primal active set (Osborne, Presnell and Turlach 2000).
 * A step goes to the minimum for the present signs or stops where the first changepoint reaches zero, which then
 * leaves; only at such a minimum the worst violator enters. The objective falls with every step, so no set comes
 * twice. False when rounding stalls it.
 */
export function solveFixedVariance(problem: Problem, newton: Newton, fit: Fit): bool {
  const limit = 20 * problem.nChangepoints + 50;
  for (let round = 0; round < limit && !isSpent(); round++) {
    if (!prepare(problem, newton, fit)) return false;
    measure(problem, newton, fit);
    solveStep(newton, fit.lambda);
    if (!moveToBoundary(problem, newton, fit)) continue;
    refine(problem, newton, fit);
    if (!admitWorst(problem, newton, fit)) return true;
  }
  return false;
}

/** Moves along the step; true when it could be taken in full, false when a changepoint reached zero and left. */
function moveToBoundary(problem: Problem, newton: Newton, fit: Fit): bool {
  let share: f64 = 1;
  let blocking = -1;
  for (let a = problem.nSmooth; a < newton.nFree; a++) {
    const i = <i32>newton.free[a];
    const target = (fit.theta[i] + newton.step[a]) * fit.signs[i - problem.nSmooth];
    if (target >= 0) continue;
    const reached = -fit.theta[i] / newton.step[a];
    if (reached < share) {
      share = reached;
      blocking = i;
    }
  }
  for (let a = 0; a < newton.nFree; a++) fit.theta[<i32>newton.free[a]] += share * newton.step[a];
  if (blocking < 0) return true;
  fit.theta[blocking] = 0;
  fit.signs[blocking - problem.nSmooth] = 0;
  return false;
}

/** A second solve with the same factor removes the rounding of the first. */
function refine(problem: Problem, newton: Newton, fit: Fit): void {
  measure(problem, newton, fit);
  solveStep(newton, fit.lambda);
  if (moveToBoundary(problem, newton, fit)) measure(problem, newton, fit);
}
