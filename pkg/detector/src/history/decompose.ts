import { variance } from 'd3-array';

import { fitLineAt, smoothByLoess } from './loess.js';
import { lowPassWindowOf, type StlOptions } from './stlOptions.js';

/** A series taken apart: value = trend + seasonal + residual. Columns in the unit of the series, as long as it. */
export interface Decomposition {
  /** The level as it moves. */
  readonly trend: Float64Array;
  /** The seasonality, about 0. */
  readonly seasonal: Float64Array;
  /** The residual; NaN where the value is missing. */
  readonly residual: Float64Array;
  /** How much of the variation about the seasonality is trend: 0 to 1 (Wang, Smith and Hyndman 2006). */
  readonly trendStrength: number;
  /** How much of the variation about the trend is seasonality: 0 to 1. */
  readonly seasonalStrength: number;
}

/**
 * Seasonal-trend decomposition by loess (STL; Cleveland, Cleveland, McRae and Terpenning 1990), with straight lines
 * throughout. Five rounds; robust: 15 times two rounds, after each of which values far off lose weight. A missing value
 * has weight 0 throughout, so nothing is fitted to it.
 *
 * It knows nothing of the forecast's model, so it is a check on that model's own components.
 * @param y values on a grid, NaN where missing; at least two periods.
 * @param options complete options from `parseStlOptions`.
 * @throws RangeError for fewer rows than two periods, or no value at all.
 */
export function decompose(y: Float64Array, options: StlOptions): Decomposition {
  let decomposition: Decomposition | undefined;
  for (const parts of decomposeSteps(y, options)) {
    decomposition = parts;
  }
  if (decomposition === undefined) {
    throw new Error('a decomposition gave no parts: its steps end with them');
  }
  return decomposition;
}

/** How many steps `decomposeSteps` takes. */
export function nDecompositionSteps({ isRobust }: Pick<StlOptions, 'isRobust'>): number {
  const { nRounds, nInner } = roundsOf(isRobust);
  return (nRounds + 1) * nInner;
}

function roundsOf(isRobust: boolean) {
  return isRobust ? { nRounds: 15, nInner: 2 } : { nRounds: 0, nInner: 5 };
}

/**
 * The same in steps of about equal work, so that a page stays responsive: nothing until the last one, which gives the parts.
 * @throws RangeError as `decompose`, at the first step.
 */
export function* decomposeSteps(y: Float64Array, options: StlOptions): Generator<Decomposition | undefined> {
  if (y.length < 2 * options.period || !y.some(Number.isFinite)) {
    throw new RangeError(`invalid period: ${options.period} (expected at most half of the ${y.length} rows)`);
  }
  const isMissing = y.some((value) => !Number.isFinite(value));
  const filled = isMissing ? fillByLines(y) : y;
  let weights: Float64Array | null = isMissing ? y.map((value) => (Number.isFinite(value) ? 1 : 0)) : null;
  let parts: Parts = { trend: new Float64Array(y.length), seasonal: new Float64Array(y.length) };
  const { nRounds, nInner } = roundsOf(options.isRobust);
  for (let round = 0; round <= nRounds; round++) {
    weights = round === 0 ? weights : robustWeights(y, parts);
    for (let inner = 0; inner < nInner; inner++) {
      parts = improve(filled, parts.trend, weights, options);
      const isLast = round === nRounds && inner === nInner - 1;
      yield isLast ? describeParts(y, parts) : undefined;
    }
  }
}

interface Parts {
  readonly trend: Float64Array;
  readonly seasonal: Float64Array;
}

function improve(y: Float64Array, trend: Float64Array, weights: Float64Array | null, options: StlOptions): Parts {
  const { period, trendWindow, jumps } = options;
  const detrended = y.map((value, row) => value - trend[row]);
  const cycles = smoothCycles(detrended, weights, options);
  const means = movingMean(movingMean(movingMean(cycles, period), period), 3);
  const lowPass = smoothByLoess(means, { window: lowPassWindowOf(period), jump: jumps[2], weights: null });
  const seasonal = lowPass.map((low, row) => cycles[period + row] - low);
  const deseasonalized = y.map((value, row) => value - seasonal[row]);
  return { seasonal, trend: smoothByLoess(deseasonalized, { window: trendWindow, jump: jumps[1], weights }) };
}

// Each row of the cycle by itself over the cycles, and one cycle more at both ends.
function smoothCycles(detrended: Float64Array, weights: Float64Array | null, options: StlOptions): Float64Array {
  const { period, seasonalWindow: window, jumps } = options;
  const cycles = new Float64Array(detrended.length + 2 * period);
  const everyPeriod = (column: Float64Array, phase: number) =>
    Float64Array.from(
      { length: Math.ceil((column.length - phase) / period) },
      (_, cycle) => column[phase + cycle * period],
    );
  for (let phase = 0; phase < period; phase++) {
    const values = everyPeriod(detrended, phase);
    const loess = { window, jump: jumps[0], weights: weights === null ? null : everyPeriod(weights, phase) };
    const smooth = smoothByLoess(values, loess);
    const n = values.length;
    const before = fitLineAt(values, -1, 0, Math.min(window, n) - 1, loess);
    const after = fitLineAt(values, n, Math.max(0, n - window), n - 1, loess);
    cycles[phase] = Number.isNaN(before) ? smooth[0] : before;
    cycles[phase + (n + 1) * period] = Number.isNaN(after) ? smooth[n - 1] : after;
    smooth.forEach((value, cycle) => {
      cycles[phase + (cycle + 1) * period] = value;
    });
  }
  return cycles;
}

function movingMean(values: Float64Array, length: number): Float64Array {
  const means = new Float64Array(values.length - length + 1);
  let sum = 0;
  for (let row = 0; row < values.length; row++) {
    sum += values[row] - (row >= length ? values[row - length] : 0);
    if (row >= length - 1) {
      means[row - length + 1] = sum / length;
    }
  }
  return means;
}

// Bisquare weights with six median absolute residuals as reach; 0 where the value is missing.
function robustWeights(y: Float64Array, { trend, seasonal }: Parts): Float64Array {
  const residual = y.map((value, row) => Math.abs(value - trend[row] - seasonal[row]));
  const sorted = residual.filter(Number.isFinite).sort();
  const n = sorted.length;
  const reach = 3 * (sorted[n >> 1] + sorted[n - 1 - (n >> 1)]);
  return residual.map((size) => {
    if (!(size <= 0.999 * reach)) {
      return 0;
    }
    return size <= 0.001 * reach ? 1 : (1 - (size / reach) ** 2) ** 2;
  });
}

// Placeholders for rows of weight 0; they only matter where a whole neighborhood is missing.
function fillByLines(y: Float64Array): Float64Array {
  const filled = y.slice();
  let before = -1;
  for (let row = 0; row <= y.length; row++) {
    if (row < y.length && !Number.isFinite(y[row])) {
      continue;
    }
    const left = before === -1 ? y[row] : y[before];
    const right = row === y.length ? left : y[row];
    for (let gap = before + 1; gap < row; gap++) {
      filled[gap] = left + ((right - left) * (gap - before)) / (row - before);
    }
    before = row;
  }
  return filled;
}

function describeParts(y: Float64Array, { trend, seasonal }: Parts): Decomposition {
  const residual = y.map((value, row) => (Number.isFinite(value) ? value - trend[row] - seasonal[row] : NaN));
  const ofResidual = variance(residual) ?? NaN;
  const strengthOf = (part: Float64Array) =>
    Math.max(0, 1 - ofResidual / (variance(residual, (value, row) => value + part[row]) ?? NaN));
  return { trend, seasonal, residual, trendStrength: strengthOf(trend), seasonalStrength: strengthOf(seasonal) };
}
