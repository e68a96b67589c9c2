import { Doubles } from '../math/doubles';
import { exp } from '../math/elementary';
import { LOGISTIC } from '../problem';
import { createContour } from './contour';
import { coverHorizons, createPanels, halfWidthOf } from './panels';
import { NARROWEST } from './quantile';

/**
 * How far the bounds of the trend lie from it at scaled times t, in scaled units: the same rate changes without the noise.
 * They move the trend's exponent, up or down alike.
 */
export function predictTrendInterval(
  n: i32,
  t: Doubles,
  growth: i32,
  exponent: Doubles,
  cap: Doubles,
  changeScale: f64,
  changeRate: f64,
  intervalWidth: f64,
  below: Doubles,
  above: Doubles,
): void {
  const least = Math.max(intervalWidth, NARROWEST);
  const panels = createPanels(createContour(), 0, changeScale, changeRate, 0.5 * (1 - least), 0);
  coverHorizons(panels, n, t);
  for (let i = 0; i < n; i++) {
    const h = t[i] - 1;
    // Up to here the chance that there is no change fills the interval.
    const isOpen = h > 0 && exp(-changeRate * h) < intervalWidth;
    const width = isOpen ? (intervalWidth / least) * halfWidthOf(panels, h) : 0;
    below[i] = growth == LOGISTIC ? cap[i] * (share(exponent[i]) - share(exponent[i] - width)) : width;
    above[i] = growth == LOGISTIC ? cap[i] * (share(exponent[i] + width) - share(exponent[i])) : width;
  }
}

function share(z: f64): f64 {
  return 1 / (1 + exp(-z));
}
