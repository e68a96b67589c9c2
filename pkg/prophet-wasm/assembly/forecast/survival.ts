import { Doubles, room, zeros } from '../math/doubles';
import { exp, ln } from '../math/elementary';
import { Contour, evaluateTail, layContour } from './contour';

/*
 * The law of the trend's own error D at any horizon, as a table: ln P(D > d) at distances d that grow geometrically, in
 * units of what changes do by then. As a function of ln h every entry is smooth; it is kept on six Chebyshev nodes of
 * pieces that are halved until they are exact. Pieces depend on the law alone.
 */
const POINTS: i32 = 38;
// ln d / spread runs from ln 1e-4 to ln 16.
const FIRST: f64 = -9.210340371976182;
const LAST: f64 = 2.772588722239781;
const SPACING: f64 = (LAST - FIRST) / <f64>(POINTS - 1);
const NODES: i32 = 6;
// ln 8, and the share of it below which a piece is not halved.
const PANEL: f64 = 2.0794415416798357;
const SMALLEST_PIECE: f64 = 0.01;
const MAX_PIECES: i32 = 400;
const PIECE: i32 = 2 + NODES * POINTS;
const TOLERANCE: f64 = 1e-3;
// ln of the chances that matter.
const LEAST_CHECKED: f64 = -10;
const STEP: f64 = 0.25;
const REACH: f64 = 18;
const LEAST_CHANCE: f64 = 1e-8;

@unmanaged
export class Survival {
  contour: Contour = changetype<Contour>(0);
  changeScale: f64 = 0;
  changeRate: f64 = 0;
  /** Pieces: ln h from and to, then a table for each node. */
  pieces: Doubles = changetype<Doubles>(0);
  count: i32 = 0;
  current: i32 = 0;
  /** The table at the horizon last asked for. */
  table: Doubles = changetype<Doubles>(0);
  scratch: Doubles = changetype<Doubles>(0);
  /** Spread of changes by that horizon, and the chance that there is one and it goes up. */
  spread: f64 = 0;
  start: f64 = 0;
}

export function createSurvival(contour: Contour, changeScale: f64, changeRate: f64): Survival {
  const survival = new Survival();
  survival.contour = contour;
  survival.changeScale = changeScale;
  survival.changeRate = changeRate;
  survival.pieces = room(MAX_PIECES * PIECE);
  survival.table = zeros(POINTS);
  survival.scratch = zeros(POINTS);
  return survival;
}

/** Builds the pieces from the nearest to the farthest of the horizons above 0 that rows ask for. */
export function coverSurvival(survival: Survival, nearest: f64, farthest: f64): void {
  const first = Math.floor(ln(nearest) / PANEL);
  const last = ln(farthest);
  for (let panel = first; panel * PANEL < last || panel == first; panel += 1) {
    appendPiece(survival, panel * PANEL, (panel + 1) * PANEL);
  }
}

/** Takes the table of a horizon, which the pieces must cover. */
export function moveTo(survival: Survival, h: f64): void {
  const at = ln(h);
  let index = survival.current;
  while (index < survival.count - 1 && survival.pieces[index * PIECE + 1] < at) index++;
  while (index > 0 && survival.pieces[index * PIECE] >= at) index--;
  survival.current = index;
  interpolate(survival.pieces.from(index * PIECE), at, survival.table);
  survival.spread = spreadAt(survival, h);
  survival.start = 0.5 * (1 - exp(-survival.changeRate * h));
}

/** P(D > d) for d > 0 at the horizon moved to: piecewise cubic in ln d, with slopes from five points. */
export function survive(survival: Survival, d: f64): f64 {
  const place = (ln(d / survival.spread) - FIRST) / SPACING;
  const table = survival.table;
  if (place <= 0) {
    const share = d / (survival.spread * 1e-4);
    return survival.start + share * (exp(table[0]) - survival.start);
  }
  if (place >= <f64>(POINTS - 1)) return 0;
  const k = min(<i32>place, POINTS - 2);
  const x = place - <f64>k;
  const left = slopeAt(table, k);
  const right = slopeAt(table, k + 1);
  const rise = table[k + 1] - table[k];
  const value = table[k] + x * (left + x * (3 * rise - 2 * left - right + x * (left + right - 2 * rise)));
  return exp(value);
}

/** The slope of the table at a point, per spacing. */
function slopeAt(table: Doubles, k: i32): f64 {
  if (k < 2 || k > POINTS - 3) return 0.5 * (table[min(k + 1, POINTS - 1)] - table[max(k - 1, 0)]);
  return (table[k - 2] - table[k + 2] + 8 * (table[k + 1] - table[k - 1])) / 12;
}

function spreadAt(survival: Survival, h: f64): f64 {
  return survival.changeScale * h * (1 + Math.sqrt(survival.changeRate * h));
}

function appendPiece(survival: Survival, from: f64, to: f64): void {
  if (survival.count >= MAX_PIECES) return;
  const piece = survival.pieces.from(survival.count * PIECE);
  piece[0] = from;
  piece[1] = to;
  for (let i = 0; i < NODES; i++) tabulate(survival, nodeAt(from, to, i), piece.from(2 + i * POINTS));
  const middle = 0.5 * (from + to);
  const room = survival.count + 2 < MAX_PIECES && to - from > SMALLEST_PIECE;
  if (room && !(isExactAt(survival, piece, from) && isExactAt(survival, piece, middle))) {
    appendPiece(survival, from, middle);
    appendPiece(survival, middle, to);
  } else {
    survival.count++;
  }
}

function isExactAt(survival: Survival, piece: Doubles, at: f64): bool {
  interpolate(piece, at, survival.table);
  tabulate(survival, at, survival.scratch);
  for (let k = 0; k < POINTS; k++) {
    const exact = survival.scratch[k];
    if (exact > LEAST_CHECKED && Math.abs(survival.table[k] - exact) > TOLERANCE) return false;
  }
  return true;
}

/** out := ln P(D > d) at every point, by the law's own contour. */
function tabulate(survival: Survival, at: f64, out: Doubles): void {
  const h = exp(at);
  const contour = survival.contour;
  const spread = spreadAt(survival, h) / (survival.changeScale * h);
  layContour(contour, survival.changeRate * h, 0, STEP, REACH, spread * exp(FIRST));
  for (let k = 0; k < POINTS; k++) {
    evaluateTail(contour, spread * exp(FIRST + <f64>k * SPACING));
    // So far out the sum has lost its digits, and nobody looks: the table goes on as it went.
    const isLost = k > 1 && !(contour.probability > LEAST_CHANCE);
    out[k] = isLost ? 2 * out[k - 1] - out[k - 2] : ln(contour.probability);
  }
}

/** Node i of a piece: Chebyshev points of the first kind in ln h. */
function nodeAt(from: f64, to: f64, i: i32): f64 {
  return 0.5 * (from + to) - 0.5 * (to - from) * chebyshev(i);
}

/** Lagrange's form over the nodes, for all points at once. */
function interpolate(piece: Doubles, at: f64, out: Doubles): void {
  for (let k = 0; k < POINTS; k++) out[k] = 0;
  for (let i = 0; i < NODES; i++) {
    const own = nodeAt(piece[0], piece[1], i);
    let weight: f64 = 1;
    for (let j = 0; j < NODES; j++) {
      if (j == i) continue;
      const other = nodeAt(piece[0], piece[1], j);
      weight *= (at - other) / (own - other);
    }
    const values = piece.from(2 + i * POINTS);
    for (let k = 0; k < POINTS; k++) out[k] += weight * values[k];
  }
}

/** cos((2 i + 1) pi / 12) */
function chebyshev(i: i32): f64 {
  if (i >= 3) return -chebyshev(5 - i);
  return i == 0 ? 0.9659258262890683 : i == 1 ? 0.7071067811865476 : 0.25881904510252074;
}
