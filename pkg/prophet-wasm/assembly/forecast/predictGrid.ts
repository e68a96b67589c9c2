import { Doubles, room } from '../math/doubles';
import { createStretch, spreadStretch, STRETCH } from '../grid/stretch';
import { cycleOf, wholeStretches } from '../grid/gridScan';
import { isWave, nColumnsOf, readTerms } from '../rows/terms';

/**
 * The point forecast alone at `n` regular rows, in data units: what residuals need, for less than a forecast costs. The first
 * row stands at scaled time `t` and its clock shows `clock` (ms); scaled time goes on by `step` a row. Of terms, additive ones
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
  fillTrend(n, t, step, k, m, nChangepoints, changepoints, delta, out);
  const described = readTerms(nTerms, terms);
  let at = 0;
  for (let j = 0; j < nTerms; j++) {
    if (isWave(described, j)) addWaves(n, clock, stepMs, described.period(j), described.order(j), beta.from(at), out);
    else for (let i = <i32>described.stepRow(j); i < n; i++) out[i] += beta[at];
    at += nColumnsOf(described, j);
  }
  for (let i = 0; i < n; i++) out[i] = floor + yScale * out[i];
}

/** m + k t + sum delta_j max(t - s_j, 0) */
function fillTrend(
  n: i32,
  t: f64,
  step: f64,
  k: f64,
  m: f64,
  nChangepoints: i32,
  changepoints: Doubles,
  delta: Doubles,
  out: Doubles,
): void {
  let value = m;
  let slope = k;
  let origin: f64 = 0;
  let next = 0;
  for (let i = 0; i < n; i++) {
    const at = t + <f64>i * step;
    for (; next < nChangepoints && changepoints[next] <= at; next++) {
      value += slope * (changepoints[next] - origin);
      slope += delta[next];
      origin = changepoints[next];
    }
    out[i] = value + slope * (at - origin);
  }
}

/** Where whole rows make a period, one cycle says it all. */
function addWaves(n: i32, clock: f64, stepMs: f64, period: f64, order: i32, beta: Doubles, out: Doubles): void {
  const cycle = cycleOf(period, stepMs, n);
  const fresh = cycle > 0 ? cycle : n;
  const waves = room(wholeStretches(fresh));
  const stretch = createStretch(stepMs, period, order);
  for (let start = 0; start < fresh; start += STRETCH) {
    spreadStretch(stretch, beta, clock + <f64>start * stepMs, waves.from(start));
  }
  for (let start = 0; start < n; start += fresh) {
    const size = min(fresh, n - start);
    for (let i = 0; i < size; i++) out[start + i] += waves[i];
  }
}
