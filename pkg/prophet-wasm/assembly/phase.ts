import { Doubles } from './doubles';
import { cosineKernel, nearestQuarter, quarterSine, restAngle, sineKernel } from './turn';

// Veltkamp's constant 2^27 + 1 splits a double into two halves whose products are exact (Dekker, 1971).
const SPLITTER: f64 = 134217729.0;

function highHalf(x: f64): f64 {
  const scaled = SPLITTER * x;
  return scaled - (scaled - x);
}

/**
 * Sine and cosine of 2 pi (time mod period) / period for `n` times in epoch milliseconds. The remainder is exact to the
 * last bit, also for periods that are no whole number of milliseconds, because the rounding error of cycles x period is
 * computed and taken off as well: features 50 years after 1970 are as good as those at its start.
 */
export function firstHarmonic(time: Doubles, n: i32, period: f64, sine: Doubles, cosine: Doubles): void {
  const frequency = 1 / period;
  const periodHigh = highHalf(period);
  const periodLow = period - periodHigh;
  for (let i = 0; i < n; i++) {
    const at = time[i];
    const cycles = Math.floor(at * frequency);
    const product = cycles * period;
    const cyclesHigh = highHalf(cycles);
    const cyclesLow = cycles - cyclesHigh;
    const high = product - cyclesHigh * periodHigh - cyclesLow * periodHigh - cyclesHigh * periodLow;
    const lost = cyclesLow * periodLow - high;
    const turn = (at - product - lost) * frequency;
    const quarter = nearestQuarter(turn);
    const x = restAngle(turn, quarter);
    const s = sineKernel(x);
    const c = cosineKernel(x);
    sine[i] = quarterSine(s, c, <i32>quarter);
    cosine[i] = quarterSine(s, c, <i32>quarter + 1);
  }
}
