import { Contour } from './contour';
import { Doubles, zeros } from './doubles';
import { upperQuantile } from './quantile';

/*
 * The interval's half width as a function of the horizon, as a chain of polynomials. A panel reaches from h to 8 h; one
 * on which six Chebyshev nodes do not meet the tolerance is halved, again and again. Where the panels lie depends on
 * the model and the interval width alone, so a row's interval does not depend on which other rows are asked for.
 */
export const PANEL_GROWTH: f64 = 8;
const NODES: i32 = 6;
// A piece: its bounds, its nodes, its divided differences.
const PIECE: i32 = 2 + 2 * NODES;
const MAX_PIECES: i32 = 2000;
// Relative to the half width: the interval's width is promised to 1e-3 of itself, and errors peak between checks.
const TOLERANCE: f64 = 2.5e-4;
const SMALLEST_SHARE: f64 = 1e-12;

@unmanaged
export class Panels {
  contour: Contour = changetype<Contour>(0);
  /** sigmaObs, scale of the Laplace law, changes per unit of scaled time, probability above the interval. */
  sigma: f64 = 0;
  changeScale: f64 = 0;
  changeRate: f64 = 0;
  tail: f64 = 0;
  count: i32 = 0;
  pieces: Doubles = changetype<Doubles>(0);
}

export function createPanels(contour: Contour): Panels {
  const panels = new Panels();
  panels.contour = contour;
  panels.pieces = zeros(MAX_PIECES * PIECE);
  return panels;
}

/** Half the interval's width at horizon h > 0, by inverting the law from a guess (0 for none). */
function halfWidthAt(panels: Panels, h: f64, guess: f64): f64 {
  const unit = panels.changeScale * h;
  const epsilon = panels.sigma / unit;
  return unit * upperQuantile(panels.contour, panels.changeRate * h, epsilon, panels.tail, guess / unit);
}

/** Appends the pieces of the panel from `start` to `end`. */
export function appendPanel(panels: Panels, start: f64, end: f64): void {
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

export function pieceEnd(panels: Panels, index: i32): f64 {
  return panels.pieces[index * PIECE + 1];
}

export function pieceStart(panels: Panels, index: i32): f64 {
  return panels.pieces[index * PIECE];
}

/** The polynomial of one piece, by nested multiplication of Newton's form. */
export function evaluatePiece(piece: Doubles, h: f64): f64 {
  const nodes = piece.from(2);
  const differences = piece.from(2 + NODES);
  let value = differences[NODES - 1];
  for (let k = NODES - 2; k >= 0; k--) value = value * (h - nodes[k]) + differences[k];
  return value;
}

export function pieceAt(panels: Panels, index: i32): Doubles {
  return panels.pieces.from(index * PIECE);
}

function isExactAt(panels: Panels, piece: Doubles, h: f64): bool {
  const value = evaluatePiece(piece, h);
  const exact = halfWidthAt(panels, h, value);
  return Math.abs(value - exact) <= TOLERANCE * exact;
}

/** Fills a piece, from nothing but its bounds: Chebyshev nodes of the first kind, and Newton's divided differences over them. */
function interpolate(panels: Panels, piece: Doubles, start: f64, end: f64): void {
  piece[0] = start;
  piece[1] = end;
  const nodes = piece.from(2);
  const differences = piece.from(2 + NODES);
  for (let i = 0; i < NODES; i++) {
    nodes[i] = 0.5 * (start + end) - 0.5 * (end - start) * chebyshev(i);
    differences[i] = halfWidthAt(panels, nodes[i], i == 0 ? 0 : differences[i - 1]);
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
