import { enter, first, isIndependent, leave, noiseVariance, second, Tableau } from './tableau';
import { LAMBDA_FLOOR } from './fit';
import { isSpent } from '../work';

/**
 * The lasso path (Osborne, Presnell and Turlach 2000; Efron et al. 2004) from above: starting where no changepoint is
 * active, follow lambda downwards from event to event, and stop in the first piece that contains its own stationary
 * noise variance. This finds the largest stationary lambda, with a bounded number of events on ordinary data.
 * Returns it, or NaN when the path ends at the floor or does not get there.
 */
export function solveHomotopy(tableau: Tableau, n: i32): f64 {
  let upper: f64 = Infinity;
  let last = -1;
  const limit = 20 * tableau.size + 50;
  for (let step = 0; step < limit && !isSpent(); step++) {
    const event = nextEvent(tableau, upper, last);
    const lower = event < 0 ? LAMBDA_FLOOR : eventLambda(tableau, event, upper);
    const lambda = noiseVariance(tableau, n);
    if (lambda >= lower && lambda <= upper) return lambda;
    if (event < 0 || lower <= LAMBDA_FLOOR) return NaN;
    if (tableau.signs[event] != 0) leave(tableau, event);
    else enter(tableau, event, first(tableau, event) - lower * second(tableau, event) > 0 ? 1 : -1);
    upper = lower;
    last = event;
  }
  return NaN;
}

/** The changepoint that next enters or leaves as lambda falls below `upper`; the one that just moved cannot. */
function nextEvent(tableau: Tableau, upper: f64, last: i32): i32 {
  let chosen = -1;
  let highest: f64 = 0;
  for (let j = 0; j < tableau.size; j++) {
    if (j == last || (tableau.signs[j] == 0 && !isIndependent(tableau, j))) continue;
    const lambda = eventLambda(tableau, j, upper);
    if (lambda > highest) {
      highest = lambda;
      chosen = j;
    }
  }
  return chosen;
}

/** Where changepoint j leaves (its delta reaches 0) or enters (its correlation reaches lambda w); 0 when never. */
function eventLambda(tableau: Tableau, j: i32, upper: f64): f64 {
  const w = tableau.laplaceRate;
  const a = first(tableau, j);
  const b = second(tableau, j);
  if (tableau.signs[j] != 0) return within(a / b, upper);
  return Math.max(within(a / (b + w), upper), within(a / (b - w), upper));
}

function within(lambda: f64, upper: f64): f64 {
  return lambda > 0 && lambda <= upper ? lambda : 0;
}
