import { Doubles, room } from '../math/doubles';
import { ln } from '../math/elementary';
import { Contour } from './contour';
import { upperQuantile } from './quantile';

/*
 * The interval's half width as a function of the horizon, as a chain of polynomials. A panel reaches from h to 8 h (of the
 * trend alone, h counts from where its interval opens); one
 * on which six Chebyshev nodes do not meet the tolerance is halved, again and again. Where the panels lie depends on
 * the model and the interval width alone, so a row's interval does not depend on which other rows are asked for.
 */
const PANEL_GROWTH: f64 = 8;
const NODES: i32 = 6;
// A piece: its bounds, its nodes, its divided differences.
const PIECE: i32 = 2 + 2 * NODES;
const MAX_PIECES: i32 = 500;
// Relative to the half width: the interval's width is promised to 1e-3 of itself, and errors peak between checks.
const TOLERANCE: f64 = 2.5e-4;
// The trend's interval opens from nothing: below this share of what one change does, its width is exact enough.
const LEAST_WIDTH: f64 = 1e-3;
// Of the horizon at which the trend's interval opens: so far beyond it there is still hardly any.
const FIRST_OPENING: f64 = 1e-3;
const SMALLEST_SHARE: f64 = 1e-12;
// Horizons at which the trend's uncertainty is this small beside the noise have the noise's interval.
const NEGLIGIBLE_CHANCE: f64 = 1e-4;
const NEGLIGIBLE_SPREAD: f64 = 1e-3;

@unmanaged
export class Panels {
  contour: Contour = changetype<Contour>(0);
  /** Noise, scale of the Laplace law, changes per unit of scaled time, probability above the interval. */
  sigma: f64 = 0;
  changeScale: f64 = 0;
  changeRate: f64 = 0;
  tail: f64 = 0;
  /** Up to this horizon the half width is `near`. */
  first: f64 = 0;
  near: f64 = 0;
  /** Where the first panel starts, and what panels grow from: the trend's interval opens steeply at `first`. */
  start: f64 = 0;
  origin: f64 = 0;
  count: i32 = 0;
  pieces: Doubles = changetype<Doubles>(0);
  /** The piece last asked for: rows mostly ascend. */
  current: i32 = 0;
}

/** Panels for a law; `near` is the half width before the trend has any say. */
export function createPanels(
  contour: Contour,
  sigma: f64,
  changeScale: f64,
  changeRate: f64,
  tail: f64,
  near: f64,
): Panels {
  const panels = new Panels();
  panels.contour = contour;
  panels.sigma = sigma;
  panels.changeScale = changeScale;
  panels.changeRate = changeRate;
  panels.tail = tail;
  panels.near = near;
  panels.first = changeRate > 0 ? firstHorizon(panels) : Infinity;
  panels.origin = sigma == 0 ? panels.first : 0;
  panels.start = sigma == 0 ? FIRST_OPENING * panels.first : panels.first;
  panels.pieces = room(MAX_PIECES * PIECE);
  return panels;
}

/**
 * Where the panels start: up to here a change is too unlikely, or too small, to be seen beside the noise; without noise,
 * the interval holds the chance exp(-rate h) that there is none.
 */
function firstHorizon(panels: Panels): f64 {
  if (panels.sigma == 0) return -ln(1 - 2 * panels.tail) / panels.changeRate;
  let h = likelyFrom(panels);
  while (isNegligible(panels, PANEL_GROWTH * h, 1)) h *= PANEL_GROWTH;
  return h;
}

/** The horizon up to which hardly any future has a change. */
function likelyFrom(panels: Panels): f64 {
  return (NEGLIGIBLE_CHANCE * Math.min(panels.tail, 1 - 2 * panels.tail)) / panels.changeRate;
}

/** Whether horizon h is so near that a change by then is too unlikely to be seen. */
export function isUnlikely(panels: Panels, h: f64): bool {
  return panels.changeRate == 0 || h <= likelyFrom(panels);
}

/** Whether what the trend does by horizon h, times `size`, cannot be seen beside the noise. */
export function isNegligible(panels: Panels, h: f64, size: f64): bool {
  return isUnlikely(panels, h) || size * spread(panels, h) < NEGLIGIBLE_SPREAD * panels.sigma;
}

/** The standard deviation of the error at horizon h. */
function deviationAt(panels: Panels, h: f64): f64 {
  const unit = panels.changeScale * h;
  return Math.sqrt(panels.sigma * panels.sigma + (2.0 / 3.0) * panels.changeRate * h * unit * unit);
}

function spread(panels: Panels, h: f64): f64 {
  return panels.changeScale * h * (1 + Math.sqrt(panels.changeRate * h));
}

/** Builds the panels from the nearest to the farthest future row asked for. */
export function coverHorizons(panels: Panels, n: i32, t: Doubles): void {
  let nearest: f64 = Infinity;
  let farthest: f64 = 0;
  for (let i = 0; i < n; i++) {
    const h = t[i] - 1;
    if (h <= panels.origin + panels.start) continue;
    nearest = Math.min(nearest, h);
    farthest = Math.max(farthest, h);
  }
  const origin = panels.origin;
  for (let start = panels.start; origin + start < farthest; start *= PANEL_GROWTH) {
    const end = start * PANEL_GROWTH;
    if (origin + end >= nearest) appendPanel(panels, origin + start, origin + end);
  }
}

/** The half width at horizon h, which the panels must cover. */
export function halfWidthOf(panels: Panels, h: f64): f64 {
  if (h <= panels.origin + panels.start) return panels.near;
  let index = panels.current;
  while (index < panels.count - 1 && panels.pieces[index * PIECE + 1] < h) index++;
  while (index > 0 && panels.pieces[index * PIECE] >= h) index--;
  panels.current = index;
  return Math.max(evaluatePiece(panels.pieces.from(index * PIECE), h), panels.near);
}

/** Half the interval's width at horizon h > 0, by inverting the law from a guess (0 for none). */
function invertAt(panels: Panels, h: f64, guess: f64): f64 {
  const unit = panels.changeScale * h;
  const epsilon = panels.sigma / unit;
  return unit * upperQuantile(panels.contour, panels.changeRate * h, epsilon, panels.tail, guess / unit);
}

/** Appends the pieces of the panel from `start` to `end`. */
function appendPanel(panels: Panels, start: f64, end: f64): void {
  if (panels.count >= MAX_PIECES) return;
  const piece = panels.pieces.from(panels.count * PIECE);
  interpolate(panels, piece, start, end);
  const middle = 0.5 * (start + end);
  const room = panels.count + 2 < MAX_PIECES && end - start > SMALLEST_SHARE * end;
  if (room && !(isExactAt(panels, piece, start) && isExactAt(panels, piece, middle))) {
    appendPanel(panels, start, middle);
    appendPanel(panels, middle, end);
  } else {
    panels.count++;
  }
}

/** The polynomial of one piece, by nested multiplication of Newton's form. */
function evaluatePiece(piece: Doubles, h: f64): f64 {
  const nodes = piece.from(2);
  const differences = piece.from(2 + NODES);
  let value = differences[NODES - 1];
  for (let k = NODES - 2; k >= 0; k--) value = value * (h - nodes[k]) + differences[k];
  return value;
}

function isExactAt(panels: Panels, piece: Doubles, h: f64): bool {
  const value = evaluatePiece(piece, h);
  const exact = invertAt(panels, h, value);
  const least = panels.sigma == 0 ? LEAST_WIDTH * panels.changeScale * h : 0;
  return Math.abs(value - exact) <= TOLERANCE * (exact + least);
}

/** Fills a piece, from nothing but its bounds: Chebyshev nodes of the first kind, and Newton's divided differences over them. */
function interpolate(panels: Panels, piece: Doubles, start: f64, end: f64): void {
  piece[0] = start;
  piece[1] = end;
  const nodes = piece.from(2);
  const differences = piece.from(2 + NODES);
  // The half width in standard deviations hardly changes from node to node.
  let deviations: f64 = 0;
  for (let i = 0; i < NODES; i++) {
    nodes[i] = 0.5 * (start + end) - 0.5 * (end - start) * chebyshev(i);
    const deviation = deviationAt(panels, nodes[i]);
    const half = invertAt(panels, nodes[i], deviations * deviation);
    differences[i] = half;
    deviations = half / deviation;
  }
  for (let k = 1; k < NODES; k++) {
    for (let i = NODES - 1; i >= k; i--) {
      differences[i] = (differences[i] - differences[i - 1]) / (nodes[i] - nodes[i - k]);
    }
  }
}

/** cos((2 i + 1) pi / 12) */
function chebyshev(i: i32): f64 {
  if (i >= 3) return -chebyshev(5 - i);
  return i == 0 ? 0.9659258262890683 : i == 1 ? 0.7071067811865476 : 0.25881904510252074;
}
