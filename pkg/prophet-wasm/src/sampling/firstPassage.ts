import { invalid } from '../invalid.js';
import type { Model } from '../fit/model.js';
import type { FutureRows } from '../predict/futureRows.js';
import { within } from '../predict/keepWithin.js';
import type { Prophet } from '../prophet.js';
import { createDraws } from './createDraws.js';
import { createFutures } from './futures.js';
import { normalCdf } from './normalCdf.js';
import { checkSampleCount, type SampleOptions } from './predictiveSamples.js';

/** Limit to be crossed, and the quantity that crosses it. */
export interface PassageOptions extends SampleOptions {
  /** The limit in the unit of y, such as the size of a disk. */
  readonly limit: number;
  /** The side of the limit that counts as crossed. Default `above`. */
  readonly direction?: 'above' | 'below';
  /**
   * `level`: trend and seasonalities, what is expected of the future, whatever it will be. `observation`: a measured
   * value, with noise, at any of the times given; the more times, the likelier. Default `level`.
   */
  readonly of?: 'level' | 'observation';
}

/** The probability of having crossed, by time. */
export interface FirstPassage {
  /** The requested times in ascending order, epoch milliseconds. */
  readonly time: Float64Array;
  /** Probability that the limit is crossed at this time or an earlier one of the list, 0 to 1; it never falls. */
  readonly probability: Float64Array;
  /** Standard error of each probability, for it is a mean over `nSamples` futures. */
  readonly standardError: Float64Array;
}

// A value takes about a tenth of a microsecond.
const MOST_VALUES = 15_000_000;
const DEFAULT_SAMPLES = 2000;

/**
 * When a forecast crosses a limit: the future's rate changes are drawn as `predictiveSamples` draws them, and given
 * those, the noise is reckoned exactly. Times within the history count with what the model says of them; ask for times
 * after it for the future alone.
 * @throws RangeError for times or a limit that are not finite, a bad number of draws or a bad seed.
 */
export function firstPassage(prophet: Prophet, model: Model, rows: FutureRows, options: PassageOptions): FirstPassage {
  const { limit, direction = 'above', of = 'level', nSamples = DEFAULT_SAMPLES, seed = 0 } = options;
  if (!Number.isFinite(limit)) {
    throw invalid('limit', limit, 'a finite number');
  }
  checkChoice('direction', direction, ['above', 'below']);
  checkChoice('of', of, ['level', 'observation']);
  const { forecast, sigma, order, drawTrend, levelOf } = createFutures(
    prophet,
    model,
    rows,
    createDraws(seed),
    nSamples,
  );
  const n = forecast.time.length;
  checkSampleCount(nSamples, n, MOST_VALUES);
  const side = direction === 'above' ? 1 : -1;
  const isOutOfReach = side * (limit - within(model.bounds, limit)) > 0;
  const staysWithin = (room: number) => {
    if (isOutOfReach) {
      return 1;
    }
    return of === 'level' ? Number(room > 0) : normalCdf(room / sigma);
  };
  const trend = new Float64Array(n);
  const crossed = createMeans(n);
  for (let s = 0; s < nSamples; s++) {
    drawTrend(s, trend);
    let within = 1;
    for (let place = 0; place < n; place++) {
      const row = order[place];
      within *= within === 0 ? 0 : staysWithin(side * (limit - levelOf(row, trend[row])));
      crossed.add(place, 1 - within);
    }
  }
  return { time: Float64Array.from(order, (row) => forecast.time[row]), ...crossed.result(nSamples) };
}

/**
 * The date with odds: the first of the times by which the limit is crossed with at least this probability; NaN if none.
 * @param odds Above 0, at most 1.
 */
export function passageTime({ time, probability }: FirstPassage, odds: number): number {
  if (!(odds > 0 && odds <= 1)) {
    throw invalid('odds', odds, 'a probability above 0, at most 1');
  }
  const i = probability.findIndex((value) => value >= odds);
  return i === -1 ? NaN : time[i];
}

function checkChoice(name: string, value: string, choices: readonly string[]): void {
  if (!choices.includes(value)) {
    throw invalid(name, value, choices.join(' or '));
  }
}

/** Means and their standard errors, row by row. */
function createMeans(n: number) {
  const sum = new Float64Array(n);
  const squares = new Float64Array(n);
  return {
    add(i: number, value: number) {
      sum[i] += value;
      squares[i] += value * value;
    },
    result(count: number) {
      const probability = sum.map((total) => total / count);
      const standardError = squares.map((square, i) =>
        Math.sqrt(Math.max(square / count - probability[i] ** 2, 0) / count),
      );
      return { probability, standardError };
    },
  };
}
