import { Doubles } from './doubles';
import { cosineKernel, nearestQuarter, quarterSine, restAngle, sineKernel } from './turn';

// Veltkamp's constant 2^27 + 1 splits a double into two halves whose products are exact (Dekker, 1971).
const SPLITTER: f64 = 134217729.0;

function highHalf(x: f64): f64 {
  const scaled = SPLITTER * x;
  return scaled - (scaled - x);
}

/** Remainder of a time after whole periods, to the last bit: from 0 to the period. */
function remainder(time: f64, period: f64, periodHigh: f64, frequency: f64): f64 {
  const periodLow = period - periodHigh;
  const cycles = Math.floor(time * frequency);
  const product = cycles * period;
  const cyclesHigh = highHalf(cycles);
  const cyclesLow = cycles - cyclesHigh;
  const high = product - cyclesHigh * periodHigh - cyclesLow * periodHigh - cyclesHigh * periodLow;
  const lost = cyclesLow * periodLow - high;
  return time - product - lost;
}

/** (time mod period) / period, from -1/2 to 1/2: as many digits as it has, however near to 0. */
export function turnAt(time: f64, period: f64): f64 {
  const rest = remainder(time, period, highHalf(period), 1 / period);
  return (rest > 0.5 * period ? rest - period : rest) / period;
}

/**
 * Sine and cosine of 2 pi (time mod period) / period for `n` times in epoch milliseconds. The remainder is exact to the
 * last bit, also for periods that are no whole number of milliseconds, because the rounding error of cycles x period is
 * computed and taken off as well: features 50 years after 1970 are as good as those at its start.
 */
export function firstHarmonic(time: Doubles, n: i32, period: f64, sine: Doubles, cosine: Doubles): void {
  const frequency = 1 / period;
  const periodHigh = highHalf(period);
  for (let i = 0; i < n; i++) {
    const turn = remainder(time[i], period, periodHigh, frequency) * frequency;
    const quarter = nearestQuarter(turn);
    const x = restAngle(turn, quarter);
    const s = sineKernel(x);
    const c = cosineKernel(x);
    sine[i] = quarterSine(s, c, <i32>quarter);
    cosine[i] = quarterSine(s, c, <i32>quarter + 1);
  }
}
