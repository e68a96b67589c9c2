import { exp, ln } from '../math/elementary';
import { LOGISTIC } from '../problem';
import { moveTo, Survival, survive } from './survival';

/*
 * The interval of a row where the trend's error D does not simply add up: with logistic growth it moves the exponent, and
 * multiplicative terms multiply it. The error of an observation is G(D) + sigma Z, with G ascending, so
 *
 *   P(G(D) + sigma Z > x) = integral over v of P(D > G^-1(x + sigma v)) phi(v) dv
 *
 * The integrand jumps where G^-1 = 0, for D is 0 with the chance that no change comes, and is steep beside the jump where D is
 * small beside the noise: intervals that double from there, none longer than 1, take Gauss and Legendre's rule. With logistic
 * growth they halve towards floor and cap.
 */
const FARTHEST: f64 = 6.5;
const LONGEST: f64 = 1;
// 1 / sqrt(2 pi)
const NORMAL: f64 = 0.3989422804014327;
const PRECISION: f64 = 1e-5;
const ROUNDS: i32 = 60;
const LEAST_CHANCE: f64 = 1e-300;

/** A row's error as a function of D. */
@unmanaged
export class Bent {
  survival: Survival = changetype<Survival>(0);
  growth: i32 = 0;
  /** |1 + M|, with logistic growth times the cap. */
  size: f64 = 0;
  /** The exponent of the row, mirrored where 1 + M is negative. */
  exponent: f64 = 0;
  sigma: f64 = 0;
  /** Where what D does is small beside the noise, the first interval beside the jump, in v. */
  shortest: f64 = 0;
  /** The last chance asked for, and its density. */
  chance: f64 = 0;
  density: f64 = 0;
}

// The first interval beside the jump, as a share of what changes do by then, and at least.
const FIRST_SHARE: f64 = 0.05;
const SHORTEST: f64 = 1.0 / 1024;

/** Takes a row: the horizon, how much D counts, and where it starts from. */
export function takeRow(bent: Bent, h: f64, size: f64, exponent: f64): void {
  moveTo(bent.survival, h);
  bent.size = size;
  bent.exponent = exponent;
  const share = (FIRST_SHARE * size * bent.survival.spread) / bent.sigma;
  bent.shortest = Math.min(Math.max(share, SHORTEST), LONGEST);
}

/**
 * The x that the error exceeds with probability `tail`; `side` is 1 for the upper bound, -1 for how far the lower bound lies
 * below. `guess` is where to look first. Newton's method on the logarithm of the chance, which is nearly straight in the
 * tail; within what is known where it leaves that.
 */
export function bentQuantile(bent: Bent, tail: f64, side: f64, guess: f64): f64 {
  const target = ln(tail);
  let low = -Infinity;
  let high = Infinity;
  let x = guess;
  let step = 0.3 * guess;
  for (let round = 0; round < ROUNDS; round++) {
    exceed(bent, x, side);
    const chance = bent.chance;
    if (chance > tail) low = x;
    else high = x;
    let next = x + ((ln(Math.max(chance, LEAST_CHANCE)) - target) * chance) / bent.density;
    if (!(next > low && next < high)) {
      next = high < Infinity && low > -Infinity ? 0.5 * (low + high) : chance > tail ? x + step : x - step;
      step *= 2;
    }
    if (Math.abs(next - x) <= PRECISION * (Math.abs(next) + 0.01 * guess)) return next;
    x = next;
  }
  return x;
}

/** Fills chance := P(side (G(D) + sigma Z) > x) and density := -d chance / dx. */
function exceed(bent: Bent, x: f64, side: f64): void {
  bent.chance = 0;
  bent.density = 0;
  const jump = -x / bent.sigma;
  if (jump < FARTHEST) integrate(bent, x, side, jump, 1);
  if (jump > -FARTHEST) integrate(bent, x, side, jump, -1);
  bent.density /= -bent.sigma;
}

/** The integral on one side of the jump. */
function integrate(bent: Bent, x: f64, side: f64, jump: f64, direction: f64): void {
  const edge = distanceToEdge(bent, side * direction);
  // Beyond the farthest v the normal density is nothing, and no trend leaves its bounds.
  const reach = Math.min(FARTHEST - direction * jump, direction > 0 ? edge : Infinity);
  let from = Math.max(-FARTHEST - direction * jump, 0);
  let size: f64 = from > 0 ? LONGEST : bent.shortest;
  while (from < reach) {
    let to = Math.min(from + size, reach);
    if (from < edge) to = Math.min(to, Math.min(from + Math.max(0.5 * (edge - from), SHORTEST), edge));
    integratePiece(bent, x, side, jump + direction * from, jump + direction * to);
    from = to;
    size = Math.min(2 * size, LONGEST);
  }
}

/** How far the trend can go towards its cap, or with -1 towards its floor, in v: far ahead the integrand jumps there too. */
function distanceToEdge(bent: Bent, towards: f64): f64 {
  if (bent.growth != LOGISTIC) return Infinity;
  return bent.size / (1 + exp(towards * bent.exponent)) / bent.sigma;
}

/** Four points of Gauss and Legendre (Abramowitz and Stegun, table 25.4). */
function integratePiece(bent: Bent, x: f64, side: f64, from: f64, to: f64): void {
  const middle = 0.5 * (from + to);
  const half = 0.5 * Math.abs(to - from);
  addPoint(bent, x, side, middle - 0.3399810435848563 * half, 0.6521451548625461 * half);
  addPoint(bent, x, side, middle + 0.3399810435848563 * half, 0.6521451548625461 * half);
  addPoint(bent, x, side, middle - 0.8611363115940526 * half, 0.3478548451374538 * half);
  addPoint(bent, x, side, middle + 0.8611363115940526 * half, 0.3478548451374538 * half);
}

/** d/dx of the integral is that of v / sigma times its integrand. */
function addPoint(bent: Bent, x: f64, side: f64, v: f64, weight: f64): void {
  const part = weight * NORMAL * exp(-0.5 * v * v) * surviveAt(bent, x + bent.sigma * v, side);
  bent.chance += part;
  bent.density += v * part;
}

/** P(side G(D) > x); D is as likely to go either way. */
function surviveAt(bent: Bent, x: f64, side: f64): f64 {
  const d = invert(bent, x, side);
  if (d > 0) return d == Infinity ? 0 : survive(bent.survival, d);
  return d == -Infinity ? 1 : d == 0 ? 1 - bent.survival.start : 1 - survive(bent.survival, -d);
}

/** G^-1(x); for side -1 that of the mirrored error, -G(-D). */
function invert(bent: Bent, x: f64, side: f64): f64 {
  if (bent.growth != LOGISTIC) return x / bent.size;
  const exponent = side * bent.exponent;
  const share = 1 / (1 + exp(-exponent)) + x / bent.size;
  if (share <= 0) return -Infinity;
  return share >= 1 ? Infinity : ln(share / (1 - share)) - exponent;
}
