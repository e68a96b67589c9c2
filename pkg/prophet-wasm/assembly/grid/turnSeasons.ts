import { Doubles, zeros } from '../math/doubles';
import { firstHarmonic } from '../math/phase';
import { Problem } from '../problem';
import { isWave, nColumnsOf } from '../rows/terms';

/**
 * Coefficients of seasons that start at the epoch become those of seasons that start at `clock` (ms), for `direction` 1;
 * back for -1. A sine and its cosine have one prior, so turning a pair changes no posterior.
 */
export function turnSeasons(problem: Problem, betas: Doubles, clock: f64, direction: f64): void {
  const time = zeros(1);
  const first = zeros(2);
  time[0] = clock;
  const terms = problem.terms;
  let at = 0;
  for (let j = 0; j < terms.count; j++) {
    const nColumns = nColumnsOf(terms, j);
    if (isWave(terms, j)) firstHarmonic(time, 1, terms.period(j), first, first.from(1));
    turnPairs(betas.from(at), nColumns >> 1, direction * first[0], first[1]);
    at += nColumns;
  }
}

function turnPairs(beta: Doubles, nPairs: i32, s1: f64, c1: f64): void {
  let s = s1;
  let c = c1;
  for (let h = 0; h < nPairs; h++) {
    const sine = beta[2 * h];
    const cosine = beta[2 * h + 1];
    beta[2 * h] = sine * c + cosine * s;
    beta[2 * h + 1] = cosine * c - sine * s;
    const next = s * c1 + c * s1;
    c = c * c1 - s * s1;
    s = next;
  }
}
