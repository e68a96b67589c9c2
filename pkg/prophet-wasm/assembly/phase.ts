// Veltkamp's constant 2^27 + 1 splits a double into two halves whose products are exact (Dekker, 1971).
const SPLITTER: f64 = 134217729.0;

function highHalf(x: f64): f64 {
  const scaled = SPLITTER * x;
  return scaled - (scaled - x);
}

/**
 * The part of a period that has passed since 1970-01-01 at `time`, from 0 up to 1: (time mod period) / period.
 * The remainder is exact to the last bit also for periods that are no whole number of milliseconds, because the
 * rounding error of `cycles * period` is computed and taken off as well.
 */
export function phase(time: f64, period: f64): f64 {
  const cycles = Math.floor(time / period);
  const product = cycles * period;
  const cyclesHigh = highHalf(cycles);
  const cyclesLow = cycles - cyclesHigh;
  const periodHigh = highHalf(period);
  const periodLow = period - periodHigh;
  const lost =
    cyclesLow * periodLow - (product - cyclesHigh * periodHigh - cyclesLow * periodHigh - cyclesHigh * periodLow);
  const part = (time - product - lost) / period;
  return part - Math.floor(part);
}
