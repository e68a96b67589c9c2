import { invalid } from '../invalid.js';
import type { Model } from '../fit/model.js';
import type { FutureRows } from '../predict/futureRows.js';
import { within } from '../predict/keepWithin.js';
import type { Prophet } from '../prophet.js';
import { createDraws, type Draws } from './createDraws.js';
import { createFutures } from './futures.js';

/** How to draw. */
export interface SampleOptions {
  /** Number of draws, a whole number above 0; times the rows at most 10 million. Default 1000. */
  readonly nSamples?: number;
  /** Start of the random numbers, a whole number from 0 to 2^32 - 1: the same seed gives the same draws. Default 0. */
  readonly seed?: number;
}

/** Draws of the forecast. Draw s of row i is at `i * nSamples + s`; one s is one possible future over all rows. */
export interface PredictiveSamples {
  /** The requested times, epoch milliseconds. */
  readonly time: Float64Array;
  readonly nSamples: number;
  /** Possible observations: trend, seasonalities and noise, in data units. */
  readonly yhat: Float64Array;
  /** The trend alone. */
  readonly trend: Float64Array;
}

const MOST_VALUES = 10_000_000;
const NOISE = 1;

/**
 * Draws possible futures: future rate changes as Prophet's row-by-row sampler has them, and noise. Everything depends on
 * the seed, the draw and the time alone: other rows asked for, or their order, change nothing.
 * @throws RangeError for times that are not finite, a bad number of draws or a bad seed.
 */
export function predictiveSamples(
  prophet: Prophet,
  model: Model,
  rows: FutureRows,
  { nSamples = 1000, seed = 0 }: SampleOptions = {},
): PredictiveSamples {
  const draws = createDraws(seed);
  const { forecast, sigma, drawTrend, levelOf } = createFutures(prophet, model, rows, draws, nSamples);
  const { time } = forecast;
  checkSampleCount(nSamples, time.length, MOST_VALUES);
  const future = new Float64Array(time.length);
  const trend = new Float64Array(time.length * nSamples);
  for (let s = 0; s < nSamples; s++) {
    drawTrend(s, future);
    future.forEach((value, row) => {
      trend[row * nSamples + s] = value;
    });
  }
  const yhat = new Float64Array(trend.length);
  time.forEach((at, row) => {
    const own = yhat.subarray(row * nSamples, (row + 1) * nSamples);
    addNoise(draws, at, sigma, own);
    for (let s = 0; s < nSamples; s++) {
      own[s] = within(model.bounds, own[s] + levelOf(row, trend[row * nSamples + s]));
    }
  });
  return { time, nSamples, yhat, trend };
}

/** @throws RangeError unless `nSamples` draws of `n` rows are a number that can be held. */
export function checkSampleCount(nSamples: number, n: number, most: number): void {
  if (!Number.isInteger(nSamples) || nSamples < 1 || nSamples * n > most) {
    throw invalid('nSamples', nSamples, `a whole number above 0, times ${n} rows at most ${most}`);
  }
}

const timeBits = new DataView(new ArrayBuffer(8));

/** Normal noise by Box and Muller, two draws at a time; the random numbers' place is the row's time. */
function addNoise(draws: Draws, time: number, sigma: number, out: Float64Array): void {
  // One time has two zeros.
  timeBits.setFloat64(0, time + 0);
  const high = timeBits.getUint32(0);
  const low = timeBits.getUint32(4);
  for (let s = 0; s < out.length; s += 2) {
    const { first, second } = draws(high, low, s, NOISE);
    const radius = sigma * Math.sqrt(-2 * Math.log(first));
    out[s] += radius * Math.cos(2 * Math.PI * second);
    if (s + 1 < out.length) {
      out[s + 1] += radius * Math.sin(2 * Math.PI * second);
    }
  }
}
