import { quantileSorted } from 'd3-array';

import type { Gap } from '../series/gap.js';
import { guessStepMs } from '../series/guessStepMs.js';
import type { Series } from '../series/series.js';

/** Statistics of a series. Values that are not finite count as missing; NaN where too few are left. */
export interface SeriesStatistics {
  /** Values. */
  readonly count: number;
  /** Steps between the first and the last value without one. */
  readonly nMissing: number;
  /** Time of the first value, epoch milliseconds. */
  readonly start: number;
  /** Time of the last value, epoch milliseconds. */
  readonly end: number;
  /** From the first to the last value, milliseconds. */
  readonly spanMs: number;
  /** Usual spacing of the values, milliseconds. */
  readonly stepMs: number;
  /** Where values are missing, in order of time. */
  readonly gaps: readonly Gap[];
  /** Arithmetic mean. */
  readonly mean: number;
  /** Sample standard deviation (divided by count - 1). */
  readonly standardDeviation: number;
  /** Smallest value. */
  readonly min: number;
  /** Largest value. */
  readonly max: number;
  /** Values below which these shares of all values lie. */
  readonly quantiles: readonly { readonly share: number; readonly value: number }[];
  /** Adjusted Fisher-Pearson skewness: 0 for symmetry, above 0 with a long tail upwards. At least 3 values. */
  readonly skewness: number;
  /** Adjusted excess kurtosis: 0 for a normal distribution, above 0 with heavy tails. At least 4 values. */
  readonly kurtosis: number;
}

const quantileShares = [0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99] as const;

/**
 * The statistics of a series, as pandas' `describe`, `skew` and `kurt` give them; quantiles are interpolated (R-7).
 * @param series in order of time, on a grid or not.
 */
export function statisticsOf({ time, y }: Series): SeriesStatistics {
  const rows = Array.from(y.keys()).filter((row) => Number.isFinite(y[row]));
  const valueTimes = Float64Array.from(rows, (row) => time[row]);
  const sorted = Array.from(Float64Array.from(rows, (row) => y[row]).sort());
  const stepMs = guessStepMs(valueTimes);
  const gaps = gapsBetween(valueTimes, stepMs);
  const start = valueTimes.at(0) ?? NaN;
  const end = valueTimes.at(-1) ?? NaN;
  return {
    count: rows.length,
    nMissing: gaps.reduce((sum, { nMissing }) => sum + nMissing, 0),
    start,
    end,
    spanMs: end - start,
    stepMs,
    gaps,
    ...momentsOf(sorted),
    min: sorted.at(0) ?? NaN,
    max: sorted.at(-1) ?? NaN,
    quantiles: quantileShares.map((share) => ({ share, value: quantileSorted(sorted, share) ?? NaN })),
  };
}

// From the times of the values alone: a series may mark what is missing by NaN or leave the row out.
function gapsBetween(time: Float64Array, stepMs: number): readonly Gap[] {
  const gaps: Gap[] = [];
  for (let i = 1; i < time.length; i++) {
    const nMissing = Math.round((time[i] - time[i - 1]) / stepMs) - 1;
    if (nMissing > 0) {
      gaps.push({ start: time[i - 1] + stepMs, end: time[i] - stepMs, nMissing });
    }
  }
  return gaps;
}

// G1 and G2 of Joanes and Gill (1998), as pandas and scipy with bias=False.
function momentsOf(
  values: readonly number[],
): Pick<SeriesStatistics, 'mean' | 'standardDeviation' | 'skewness' | 'kurtosis'> {
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  let squares = 0;
  let cubes = 0;
  let fourths = 0;
  for (const value of values) {
    const square = (value - mean) * (value - mean);
    squares += square;
    cubes += square * (value - mean);
    fourths += square * square;
  }
  const variance = squares / n;
  const skewness = (cubes / n / variance ** 1.5) * (Math.sqrt(n * (n - 1)) / (n - 2));
  const excess = fourths / n / variance ** 2 - 3;
  const kurtosis = ((n - 1) / ((n - 2) * (n - 3))) * ((n + 1) * excess + 6);
  return {
    mean,
    standardDeviation: n < 2 ? NaN : Math.sqrt(squares / (n - 1)),
    skewness: n < 3 ? NaN : skewness,
    kurtosis: n < 4 ? NaN : kurtosis,
  };
}
