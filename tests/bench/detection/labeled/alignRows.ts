import type { RegularSeries } from '../walk/walk';

/**
 * The rows of a series on multiples of its step, as Prometheus would answer them: each takes the last sample that is not
 * later, if it is of the same step.
 */
export function alignRows(time: Float64Array, y: Float64Array, stepMs: number): RegularSeries {
  const cellOf = (moment: number) => Math.floor(moment / stepMs);
  const first = cellOf(time[0]);
  const length = cellOf(time[time.length - 1]) - first + 1;
  const values = new Float64Array(length).fill(NaN);
  for (let row = 0; row < time.length; row++) {
    values[cellOf(time[row]) - first] = y[row];
  }
  return { time: Float64Array.from({ length }, (_, cell) => (first + cell) * stepMs), y: values };
}
