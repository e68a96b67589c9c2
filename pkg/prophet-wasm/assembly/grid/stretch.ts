import { addMultiple, dot, Doubles, fill, zeros } from '../math/doubles';
import { turnAt } from '../math/phase';
import { powersOfTurn } from '../math/powers';
import { cosineOfTurn, sineOfTurn } from '../math/turn';

/*
 * Values against waves, a stretch of rows at a time. About the middle of a stretch a cosine is even and a sine is odd, so
 * that sums and differences of the values to both sides need half the products; the stretch's phase, which is taken afresh so
 * that no rounding adds up, then turns them into place.
 */
export const STRETCH: i32 = 72;
const HALF: i32 = STRETCH >> 1;

/** One period's waves over a stretch, and scratch. */
@unmanaged
export class Stretch {
  stepMs: f64 = 0;
  period: f64 = 0;
  order: i32 = 0;
  /** Cosines, then sines of each harmonic, half a row, one and a half rows .. from the middle. */
  table: Doubles = changetype<Doubles>(0);
  /** Of values at the same distance from the middle, sums and differences. */
  even: Doubles = changetype<Doubles>(0);
  odd: Doubles = changetype<Doubles>(0);
  /** Powers of a phase. */
  sines: Doubles = changetype<Doubles>(0);
  cosines: Doubles = changetype<Doubles>(0);
}

export function createStretch(stepMs: f64, period: f64, order: i32): Stretch {
  const stretch = new Stretch();
  stretch.stepMs = stepMs;
  stretch.period = period;
  stretch.order = order;
  stretch.table = zeros(order * STRETCH);
  stretch.even = zeros(HALF);
  stretch.odd = zeros(HALF);
  stretch.sines = zeros(order + 1);
  stretch.cosines = zeros(order + 1);
  for (let i = 0; i < HALF; i++) {
    turnTo(stretch, (<f64>i + 0.5) * stepMs);
    for (let h = 0; h < order; h++) {
      stretch.table[h * STRETCH + i] = stretch.cosines[h + 1];
      stretch.table[h * STRETCH + HALF + i] = stretch.sines[h + 1];
    }
  }
  return stretch;
}

function turnTo(stretch: Stretch, time: f64): void {
  const phase = turnAt(time, stretch.period);
  powersOfTurn(sineOfTurn(phase), cosineOfTurn(phase), stretch.order, stretch.sines, stretch.cosines);
}

/** Turns to the middle of the stretch whose first row stands at `time`, in ms. */
function turnToMiddle(stretch: Stretch, time: f64): void {
  turnTo(stretch, time + (<f64>HALF - 0.5) * stretch.stepMs);
}

/** out += the sums of `n` values, at most a stretch, times sine and cosine of each harmonic; the first stands at `time`, in ms. */
export function projectStretch(stretch: Stretch, values: Doubles, n: i32, time: f64, out: Doubles): void {
  split(stretch, values, n);
  turnToMiddle(stretch, time);
  for (let h = 0; h < stretch.order; h++) {
    const cosine = dot(stretch.even, stretch.table.from(h * STRETCH), HALF);
    const sine = dot(stretch.odd, stretch.table.from(h * STRETCH + HALF), HALF);
    const s = stretch.sines[h + 1];
    const c = stretch.cosines[h + 1];
    out[2 * h] += s * cosine + c * sine;
    out[2 * h + 1] += c * cosine - s * sine;
  }
}

/** Sums and differences; what is missing of a whole stretch counts as 0. */
function split(stretch: Stretch, values: Doubles, n: i32): void {
  for (let i = 0; i < HALF; i++) {
    const after: f64 = HALF + i < n ? values[HALF + i] : 0;
    const before: f64 = HALF - 1 - i < n ? values[HALF - 1 - i] : 0;
    stretch.even[i] = after + before;
    stretch.odd[i] = after - before;
  }
}

/**
 * out := factor x the Fourier sum at a stretch of rows from `time` on, in ms; beta holds a coefficient for each sine and
 * cosine.
 */
export function spreadStretch(stretch: Stretch, beta: Doubles, factor: f64, time: f64, out: Doubles): void {
  turnToMiddle(stretch, time);
  for (let h = 0; h < stretch.order; h++) {
    const s = factor * stretch.sines[h + 1];
    const c = factor * stretch.cosines[h + 1];
    stretch.cosines[h] = s * beta[2 * h] + c * beta[2 * h + 1];
    stretch.sines[h] = c * beta[2 * h] - s * beta[2 * h + 1];
  }
  sumHarmonics(stretch, stretch.cosines, stretch.table, stretch.even);
  sumHarmonics(stretch, stretch.sines, stretch.table.from(HALF), stretch.odd);
  for (let i = 0; i < HALF; i++) {
    out[HALF + i] = stretch.even[i] + stretch.odd[i];
    out[HALF - 1 - i] = stretch.even[i] - stretch.odd[i];
  }
}

/** out := the sum of the harmonics' waves, each times its factor; by twos, so that half as much is read and written. */
function sumHarmonics(stretch: Stretch, factors: Doubles, waves: Doubles, out: Doubles): void {
  fill(out, 0, HALF);
  let h = 0;
  for (; h + 1 < stretch.order; h += 2) {
    const factor = factors[h];
    const next = factors[h + 1];
    const wave = waves.from(h * STRETCH);
    const beside = wave.from(STRETCH);
    for (let i = 0; i < HALF; i++) out[i] += factor * wave[i] + next * beside[i];
  }
  if (h < stretch.order) addMultiple(out, factors[h], waves.from(h * STRETCH), HALF);
}
