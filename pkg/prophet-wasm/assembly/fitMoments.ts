import { Doubles } from './math/doubles';
import { adoptMoments } from './moments';
import { describeProblem } from './problem';
import { writeResult } from './result';
import { readTerms } from './rows/terms';
import { createFit } from './solver/fit';
import { solve } from './solver/solve';

/**
 * The exact MAP from moments that an earlier fit of rows has left, where nothing but priors has changed since; columns of
 * terms are not looked at. Returns the status: `LACKING_ROWS` where the moments cannot certify it.
 */
export function fitMoments(
  n: i32,
  growth: i32,
  nTerms: i32,
  terms: Doubles,
  nChangepoints: i32,
  changepoints: Doubles,
  changepointPriorScale: f64,
  moments: Doubles,
  result: Doubles,
): i32 {
  const problem = describeProblem(growth, readTerms(nTerms, terms), nChangepoints, changepoints, changepointPriorScale);
  problem.n = n;
  adoptMoments(problem, moments);
  const fit = createFit(problem);
  const status = solve(problem, fit, false);
  writeResult(problem, fit, result);
  return status;
}
