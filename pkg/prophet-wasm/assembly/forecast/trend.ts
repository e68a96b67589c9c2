import { Doubles, zeros } from '../math/doubles';
import { exp } from '../math/elementary';
import { LOGISTIC } from '../problem';

/**
 * The trend in scaled units at any times (ms) in any order. `t` receives the scaled times, `exponent` the straight sum of
 * ramps, `out` what the growth makes of it: the same, or cap / (1 + exp(-exponent)). The last slope simply continues beyond
 * the history.
 */
export function predictTrend(
  n: i32,
  time: Doubles,
  timeStart: f64,
  timeScale: f64,
  growth: i32,
  k: f64,
  m: f64,
  nChangepoints: i32,
  changepoints: Doubles,
  delta: Doubles,
  cap: Doubles,
  t: Doubles,
  exponent: Doubles,
  out: Doubles,
): void {
  for (let i = 0; i < n; i++) t[i] = (time[i] - timeStart) / timeScale;
  const start = growth == LOGISTIC ? -k * m : m;
  sumRamps(n, t, start, k, nChangepoints, changepoints, delta, exponent);
  for (let i = 0; i < n; i++) {
    out[i] = growth == LOGISTIC ? cap[i] / (1 + exp(-exponent[i])) : exponent[i];
  }
}

/** start + k t + sum delta_j max(t - s_j, 0) */
function sumRamps(
  n: i32,
  t: Doubles,
  start: f64,
  k: f64,
  nChangepoints: i32,
  changepoints: Doubles,
  delta: Doubles,
  out: Doubles,
): void {
  const values = zeros(nChangepoints + 1);
  const slopes = zeros(nChangepoints + 1);
  values[0] = start;
  slopes[0] = k;
  let last: f64 = 0;
  for (let j = 1; j <= nChangepoints; j++) {
    values[j] = values[j - 1] + slopes[j - 1] * (changepoints[j - 1] - last);
    slopes[j] = slopes[j - 1] + delta[j - 1];
    last = changepoints[j - 1];
  }
  // Times mostly ascend: look for the segment from the last one on, in either direction.
  let segment = 0;
  for (let i = 0; i < n; i++) {
    const at = t[i];
    while (segment < nChangepoints && changepoints[segment] <= at) segment++;
    while (segment > 0 && changepoints[segment - 1] > at) segment--;
    const origin: f64 = segment == 0 ? 0 : changepoints[segment - 1];
    out[i] = values[segment] + slopes[segment] * (at - origin);
  }
}
