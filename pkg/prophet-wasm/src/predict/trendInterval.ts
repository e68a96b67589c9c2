import { checkOptions } from '../checkShape.js';
import type { Model } from '../fit/model.js';
import type { Kernel } from '../kernel/kernel.js';
import { floorAt } from './boundsAt.js';
import type { FutureRows } from './futureRows.js';
import type { PredictOptions } from './predictModel.js';
import { rowsOfModel } from './rowsOfModel.js';

/** A trend with an interval of its own: columns of equal length in data units, in the order of the requested times. */
export interface TrendInterval {
  /** The requested times, epoch milliseconds. */
  readonly time: Float64Array;
  readonly trend: Float64Array;
  /** Bounds that hold the trend with probability `intervalWidth`, without noise; the trend itself within the history. */
  readonly trendLower: Float64Array;
  readonly trendUpper: Float64Array;
}

/** The trend at any times, and how far it may stray. */
export function trendInterval(
  kernel: Kernel,
  model: Model,
  given: FutureRows,
  options: PredictOptions = {},
): TrendInterval {
  checkOptions(options, ['intervalWidth']);
  const { time, bounds, trend: input } = rowsOfModel(model, given, options.intervalWidth);
  const { trend, below, above } = kernel.predictTrend(input);
  const { yScale } = model.scaling;
  for (let i = 0; i < trend.length; i++) {
    trend[i] = trend[i] * yScale + floorAt(bounds, i);
    below[i] = trend[i] - below[i] * yScale;
    above[i] = trend[i] + above[i] * yScale;
  }
  return { time, trend, trendLower: below, trendUpper: above };
}
