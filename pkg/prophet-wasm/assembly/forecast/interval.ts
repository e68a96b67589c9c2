import { Doubles } from '../math/doubles';
import { LOGISTIC } from '../problem';
import { Bent, bentQuantile, takeRow } from './bent';
import { createContour } from './contour';
import { coverHorizons, createPanels, halfWidthOf, isNegligible, isUnlikely, Panels } from './panels';
import { NARROWEST, normalQuantile } from './quantile';
import { coverSurvival, createSurvival, Survival } from './survival';

/**
 * How far the bounds of an observation lie from the forecast at scaled times t (history up to 1), in scaled units: noise, plus the future rate changes of Prophet's sampler: a Poisson process of rate `changeRate`, sizes
 * Laplace(0, changeScale). Within the history there is only noise. `multiplicative` is the sum of multiplicative terms or null.
 */
export function predictInterval(
  n: i32,
  t: Doubles,
  growth: i32,
  exponent: Doubles,
  cap: Doubles,
  multiplicative: Doubles,
  sigma: f64,
  changeScale: f64,
  changeRate: f64,
  intervalWidth: f64,
  below: Doubles,
  above: Doubles,
): void {
  const contour = createContour();
  const width = Math.max(intervalWidth, NARROWEST);
  const tail = 0.5 * (1 - width);
  const noise = sigma * normalQuantile(contour, tail);
  const panels = createPanels(contour, sigma, changeScale, changeRate, tail, noise);
  if (growth == LOGISTIC || changetype<usize>(multiplicative)) {
    boundBent(panels, n, t, growth, exponent, cap, multiplicative, below, above);
  } else {
    coverHorizons(panels, n, t);
    for (let i = 0; i < n; i++) {
      below[i] = halfWidthOf(panels, t[i] - 1);
      above[i] = below[i];
    }
  }
  if (intervalWidth < width) shrink(n, intervalWidth / width, below, above);
}

/** Leaves a share of intervals about their own middles. */
function shrink(n: i32, share: f64, below: Doubles, above: Doubles): void {
  for (let i = 0; i < n; i++) {
    const middle = 0.5 * (above[i] - below[i]);
    const half = 0.5 * share * (above[i] + below[i]);
    below[i] = half - middle;
    above[i] = half + middle;
  }
}

/** Row by row. */
function boundBent(
  panels: Panels,
  n: i32,
  t: Doubles,
  growth: i32,
  exponent: Doubles,
  cap: Doubles,
  multiplicative: Doubles,
  below: Doubles,
  above: Doubles,
): void {
  const survival = createSurvival(panels.contour, panels.changeScale, panels.changeRate);
  coverHorizonsOfSurvival(panels, survival, n, t);
  const bent = new Bent();
  bent.survival = survival;
  bent.growth = growth;
  bent.sigma = panels.sigma;
  for (let i = 0; i < n; i++) {
    const h = t[i] - 1;
    const factor = changetype<usize>(multiplicative) ? 1 + multiplicative[i] : 1;
    const size = Math.abs(factor) * (growth == LOGISTIC ? cap[i] : 1);
    if (isNegligible(panels, h, size)) {
      below[i] = panels.near;
      above[i] = panels.near;
      continue;
    }
    takeRow(bent, h, size, factor < 0 ? -exponent[i] : exponent[i]);
    const moved = size * survival.spread * survival.start;
    // Far ahead the exponent may go anywhere, but the trend stays between its bounds.
    const guess = panels.near + (growth == LOGISTIC ? Math.min(moved, size) : moved);
    above[i] = bentQuantile(bent, panels.tail, 1, guess);
    // Where the trend is straight, D does as much downwards.
    below[i] = growth == LOGISTIC ? bentQuantile(bent, panels.tail, -1, guess) : above[i];
  }
}

function coverHorizonsOfSurvival(panels: Panels, survival: Survival, n: i32, t: Doubles): void {
  let nearest: f64 = Infinity;
  let farthest: f64 = 0;
  for (let i = 0; i < n; i++) {
    const h = t[i] - 1;
    if (isUnlikely(panels, h)) continue;
    nearest = Math.min(nearest, h);
    farthest = Math.max(farthest, h);
  }
  if (farthest > 0) coverSurvival(survival, nearest, farthest);
}
