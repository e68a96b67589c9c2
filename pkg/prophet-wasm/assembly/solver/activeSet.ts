import { enter, isIndependent, leave, noiseVariance, pivot, Tableau, valueAt } from './tableau';
import { isSpent } from '../work';

// Boundaries are decided to this relative precision; the polish settles what lies closer.
const TOLERANCE: f64 = 1e-9;

/**
 * Greedy active set: from no changepoint, take in or out the one that promises the largest decrease of the objective,
 * with the noise variance always at its closed-form value, until nobody wants to move. About half as many sweeps as
 * the homotopy needs. Returns lambda, or NaN when it does not settle.
 */
export function solveActiveSet(tableau: Tableau, n: i32): f64 {
  let lambda = noiseVariance(tableau, n);
  const limit = 10 * tableau.size + 50;
  for (let step = 0; step < limit; step++) {
    if (isNaN(lambda) || isSpent()) return NaN;
    const j = worstViolator(tableau, lambda);
    if (j < 0) return lambda;
    if (tableau.signs[j] != 0) leave(tableau, j);
    else enter(tableau, j, valueAt(tableau, j, lambda) > 0 ? 1 : -1);
    lambda = noiseVariance(tableau, n);
  }
  return NaN;
}

/** The changepoint whose move decreases the objective most, by the quadratic model; -1 when all conditions hold. */
function worstViolator(tableau: Tableau, lambda: f64): i32 {
  const bound = lambda * tableau.laplaceRate;
  let worst = -1;
  let gain: f64 = 0;
  for (let j = 0; j < tableau.size; j++) {
    const value = valueAt(tableau, j, lambda);
    const candidate =
      tableau.signs[j] == 0 ? entryGain(tableau, j, Math.abs(value), bound) : exitGain(tableau, j, value);
    if (candidate > gain) {
      gain = candidate;
      worst = j;
    }
  }
  return worst;
}

function entryGain(tableau: Tableau, j: i32, correlation: f64, bound: f64): f64 {
  const excess = correlation - bound * (1 + TOLERANCE);
  if (excess <= 0 || !isIndependent(tableau, j)) return 0;
  return (excess * excess) / pivot(tableau, j);
}

function exitGain(tableau: Tableau, j: i32, value: f64): f64 {
  if (value * tableau.signs[j] >= 0) return 0;
  return (4 * value * value) / pivot(tableau, j);
}
