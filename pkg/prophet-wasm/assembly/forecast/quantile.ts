import { Contour, evaluateTail, layContour } from './contour';
import { exp, ln } from '../math/elementary';

/**
 * The narrowest interval that the law is asked for. What it holds is density times width to six digits there, and
 * narrower ones, for which a chance near 1/2 has no digits left, are shares of it.
 */
export const NARROWEST: f64 = 1e-3;

// Newton's method squares the error with every step: what remains after one this small is nothing beside the promise of 1e-3.
const PRECISION: f64 = 1e-4;
const NORMAL_PRECISION: f64 = 1e-6;
const ROUNDS: i32 = 200;
// Node distance and reach on the contour: 5 digits for the trend's law, 11 for the normal law of the whole history.
const STEP: f64 = 1.0 / 6.0;
const REACH: f64 = 20;
// Quantiles without noise below this, in units of what one change does, are as good as 0.
const LEAST_QUANTILE: f64 = 1e-5;
const NORMAL_STEP: f64 = 0.1;
const NORMAL_REACH: f64 = 36;

/**
 * The x that X exceeds with probability `tail` < 1/2, for c expected changes and noise epsilon; `guess` may be 0. Without
 * noise X is 0 with probability exp(-c), and so is the quantile while that leaves no more than `tail` on either side.
 */
export function upperQuantile(contour: Contour, c: f64, epsilon: f64, tail: f64, guess: f64): f64 {
  if (epsilon == 0 && exp(-c) >= 1 - 2 * tail) return 0;
  layContour(contour, c, epsilon, STEP, REACH, epsilon == 0 ? LEAST_QUANTILE : 0);
  if (epsilon == 0) {
    evaluateTail(contour, LEAST_QUANTILE);
    if (contour.probability <= tail) return 0;
  }
  const start = guess > LEAST_QUANTILE ? guess : Math.sqrt((2.0 / 3.0) * c + epsilon * epsilon);
  return invertTail(contour, tail, start, PRECISION);
}

// Every forecast of one interval width asks for the same quantile.
let lastTail: f64 = NaN;
let lastQuantile: f64 = NaN;

/** The z that a standard normal number exceeds with probability `tail` < 1/2. */
export function normalQuantile(contour: Contour, tail: f64): f64 {
  if (tail != lastTail) {
    layContour(contour, 0, 1, NORMAL_STEP, NORMAL_REACH, 0);
    lastQuantile = invertTail(contour, tail, 1, NORMAL_PRECISION);
    lastTail = tail;
  }
  return lastQuantile;
}

/** Newton's method on ln P(X > x), which is nearly straight in the tail; bisection wherever it leaves the bracket. */
function invertTail(contour: Contour, tail: f64, start: f64, precision: f64): f64 {
  const target = ln(tail);
  let lower: f64 = 0;
  let upper = Infinity;
  let x = start;
  for (let round = 0; round < ROUNDS; round++) {
    evaluateTail(contour, x);
    const probability = contour.probability;
    if (probability > tail) lower = x;
    else upper = x;
    let next = probability > 0 ? x + ((ln(probability) - target) * probability) / contour.density : NaN;
    if (!(next > lower && next < upper)) next = inside(lower, upper);
    if (Math.abs(next - x) <= precision * x) return next;
    x = next;
  }
  return x;
}

/** A point well inside the bracket, on whatever scale the quantile is. */
function inside(lower: f64, upper: f64): f64 {
  if (upper == Infinity) return 2 * lower;
  return lower == 0 ? 0.1 * upper : Math.sqrt(lower * upper);
}
