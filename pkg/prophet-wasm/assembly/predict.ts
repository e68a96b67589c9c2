import { Doubles, zeros } from './doubles';
import { fourierSum } from './fourier';
import { firstHarmonic } from './phase';

/**
 * The piecewise linear trend m + k t + sum delta_j max(t - s_j, 0) in scaled units, at any t in any order. The last
 * slope simply continues beyond the history.
 */
export function predictTrend(
  n: i32,
  t: Doubles,
  k: f64,
  m: f64,
  nChangepoints: i32,
  changepoints: Doubles,
  delta: Doubles,
  out: Doubles,
): void {
  const values = zeros(nChangepoints + 1);
  const slopes = zeros(nChangepoints + 1);
  values[0] = m;
  slopes[0] = k;
  let start: f64 = 0;
  for (let j = 1; j <= nChangepoints; j++) {
    values[j] = values[j - 1] + slopes[j - 1] * (changepoints[j - 1] - start);
    slopes[j] = slopes[j - 1] + delta[j - 1];
    start = changepoints[j - 1];
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

/** One seasonality at every time, multiplied by `scale`: `order` Fourier pairs of the given period in milliseconds. */
export function predictSeasonality(
  n: i32,
  time: Doubles,
  period: f64,
  order: i32,
  beta: Doubles,
  scale: f64,
  out: Doubles,
): void {
  const sine = zeros(n);
  const cosine = zeros(n);
  firstHarmonic(time, n, period, sine, cosine);
  for (let i = 0; i < n; i++) out[i] = scale * fourierSum(sine[i], cosine[i], order, beta);
}
