import { median } from './median.js';
import type { RollingValues } from './rollingMean.js';

/**
 * For each distinct horizon, the median of its values and of as many rows before them as make up `window`. A horizon
 * with more rows than that is taken whole; those with fewer up to them are left out.
 * @param values One for each row; rows ascend by `horizon`.
 * @param window 1 or more.
 */
export function rollingMedian(values: Float64Array, horizon: Float64Array, window: number): RollingValues {
  const horizons: number[] = [];
  const medians: number[] = [];
  for (let start = 0; start < values.length;) {
    let end = start + 1;
    while (end < values.length && horizon[end] === horizon[start]) {
      end++;
    }
    if (end >= window) {
      horizons.push(horizon[start]);
      medians.push(median(values.slice(Math.min(start, end - window), end)));
    }
    start = end;
  }
  return { horizon: Float64Array.from(horizons), value: Float64Array.from(medians) };
}
