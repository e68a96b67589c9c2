import { createContour } from './contour';
import { Doubles } from './doubles';
import { normalQuantile } from './quantile';
import {
  appendPanel,
  createPanels,
  evaluatePiece,
  PANEL_GROWTH,
  Panels,
  pieceAt,
  pieceEnd,
  pieceStart,
} from './panels';

// Horizons at which the trend's uncertainty is this small beside the noise have the noise's interval.
const NEGLIGIBLE_CHANCE: f64 = 1e-4;
const NEGLIGIBLE_SPREAD: f64 = 1e-3;

/**
 * Half the width of the interval at scaled times t (history up to 1), in scaled units: the quantile of noise plus the
 * future rate changes of Prophet's sampler: a Poisson process of rate `changeRate`, sizes Laplace(0, changeScale).
 * Within the history there is only noise.
 */
export function predictHalfWidth(
  n: i32,
  t: Doubles,
  sigma: f64,
  changeScale: f64,
  changeRate: f64,
  intervalWidth: f64,
  out: Doubles,
): void {
  const contour = createContour();
  const tail = 0.5 * (1 - intervalWidth);
  const noise = sigma * normalQuantile(contour, tail);
  const panels = createPanels(contour);
  panels.sigma = sigma;
  panels.changeScale = changeScale;
  panels.changeRate = changeRate;
  panels.tail = tail;
  const first = changeRate > 0 ? firstHorizon(panels, intervalWidth) : Infinity;
  coverHorizons(panels, n, t, first);
  let index = 0;
  for (let i = 0; i < n; i++) {
    const h = t[i] - 1;
    if (h <= first) {
      out[i] = noise;
      continue;
    }
    while (index < panels.count - 1 && pieceEnd(panels, index) < h) index++;
    while (index > 0 && pieceStart(panels, index) >= h) index--;
    out[i] = evaluatePiece(pieceAt(panels, index), h);
  }
}

/** Where the panels start: up to here a change is too unlikely, or too small, to be seen beside the noise. */
function firstHorizon(panels: Panels, intervalWidth: f64): f64 {
  let h = (NEGLIGIBLE_CHANCE * Math.min(panels.tail, intervalWidth)) / panels.changeRate;
  while (spread(panels, PANEL_GROWTH * h) < NEGLIGIBLE_SPREAD * panels.sigma) h *= PANEL_GROWTH;
  return h;
}

function spread(panels: Panels, h: f64): f64 {
  return panels.changeScale * h * (1 + Math.sqrt(panels.changeRate * h));
}

/** Builds the panels from the nearest to the farthest future row asked for. */
function coverHorizons(panels: Panels, n: i32, t: Doubles, first: f64): void {
  let nearest: f64 = Infinity;
  let farthest: f64 = 0;
  for (let i = 0; i < n; i++) {
    const h = t[i] - 1;
    if (h <= first) continue;
    nearest = Math.min(nearest, h);
    farthest = Math.max(farthest, h);
  }
  for (let start = first; start < farthest; start *= PANEL_GROWTH) {
    const end = start * PANEL_GROWTH;
    if (end >= nearest) appendPanel(panels, start, end);
  }
}
