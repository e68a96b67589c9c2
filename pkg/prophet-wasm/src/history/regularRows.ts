import { gridRows, rowsUntil } from './gridRows.js';

/** A history as a regular series: row i stands at `start + i stepMs`; NaN where absent, the first and last are there. */
export interface RegularRows {
  readonly start: number;
  readonly stepMs: number;
  readonly y: Float64Array;
  /** Rows with a value. */
  readonly count: number;
  /** Rows before the first in the series that these are a part of. */
  readonly lead: number;
  /** The absent rows, ascending, counted as `lead` is. */
  readonly absent: Float64Array;
}

const NONE = new Float64Array(0);

/**
 * Whether enough rows have a value to be told by what a complete series has and the absent ones take off: half of them. Sums
 * of differences then keep all digits but one, and two values stand next to each other, a step apart.
 */
export function isDense(count: number, n: number): boolean {
  return 2 * count > n;
}

/**
 * The same rows as a regular series; null where they are none, or too many of its rows would be missing.
 * @param time Epoch milliseconds, ascending.
 */
export function asRegular(time: Float64Array, y: Float64Array): RegularRows | null {
  const [start] = time;
  const count = time.length;
  const stepMs = (time[count - 1] - start) / (count - 1);
  return isComplete(time, start, stepMs) ? { start, stepMs, y, count, lead: 0, absent: NONE } : withGaps(time, y);
}

function isComplete(time: Float64Array, start: number, stepMs: number): boolean {
  for (let i = 0; i < time.length; i++) {
    if (time[i] !== start + i * stepMs) {
      return false;
    }
  }
  return true;
}

function withGaps(time: Float64Array, y: Float64Array): RegularRows | null {
  const stepMs = smallestStep(time);
  const [start] = time;
  const n = (time[time.length - 1] - start) / stepMs + 1;
  if (!(stepMs > 0 && isDense(time.length, n))) {
    return null;
  }
  const values = new Float64Array(Math.round(n)).fill(NaN);
  for (let i = 0; i < time.length; i++) {
    const row = (time[i] - start) / stepMs;
    if (!Number.isInteger(row)) {
      return null;
    }
    values[row] = y[i];
  }
  return rowsUntil(gridRows({ start, stepMs, y: values }), values.length);
}

/** The smallest distance of neighbors; 0 where two rows share a time. */
function smallestStep(time: Float64Array): number {
  let smallest = Infinity;
  for (let i = 1; i < time.length; i++) {
    const step = time[i] - time[i - 1];
    smallest = step < smallest ? step : smallest;
  }
  return smallest;
}
