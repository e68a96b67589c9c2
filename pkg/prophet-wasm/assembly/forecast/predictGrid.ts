import { createCycles, spreadCycles } from '../grid/cycles';
import { Doubles } from '../math/doubles';
import { isStep, nColumnsOf, readTerms } from '../rows/terms';

/**
 * The point forecast alone at `n` regular rows, in data units: what residuals need, for less than a forecast costs. The first
 * row stands at scaled time `t`, which goes on by `step` a row, and its clock shows `clock` (ms). Of terms, additive ones
 * alone: waves, and steps by their row.
 */
export function predictGrid(
  n: i32,
  t: f64,
  step: f64,
  clock: f64,
  stepMs: f64,
  k: f64,
  m: f64,
  nChangepoints: i32,
  changepoints: Doubles,
  delta: Doubles,
  nTerms: i32,
  terms: Doubles,
  beta: Doubles,
  floor: f64,
  yScale: f64,
  out: Doubles,
): void {
  let value = floor + yScale * m;
  let slope = yScale * k;
  let origin: f64 = 0;
  let next = 0;
  for (let i = 0; i < n; i++) {
    const at = t + <f64>i * step;
    for (; next < nChangepoints && changepoints[next] <= at; next++) {
      value += slope * (changepoints[next] - origin);
      slope += yScale * delta[next];
      origin = changepoints[next];
    }
    out[i] = value + slope * (at - origin);
  }
  const described = readTerms(nTerms, terms);
  let parameter = 0;
  for (let j = 0; j < nTerms; j++) {
    if (isStep(described, j)) {
      for (let i = <i32>described.stepRow(j); i < n; i++) out[i] += yScale * beta[parameter];
    }
    parameter += nColumnsOf(described, j);
  }
  spreadCycles(createCycles(described, n, stepMs), beta, yScale, clock, out);
}
