/** A history as a regular series: row i stands at `start + i stepMs`; NaN where missing, the first and last are there. */
export interface RegularRows {
  readonly start: number;
  readonly stepMs: number;
  readonly y: Float64Array;
  /** Rows with a value. */
  readonly count: number;
}

/** Where fewer of a grid's rows have a value, the rows themselves cost less than the grid. */
const LEAST_SHARE = 0.7;

/**
 * The same rows as a regular series; null where they are none, or too many of its rows would be missing.
 * @param time Epoch milliseconds, ascending.
 */
export function asRegular(time: Float64Array, y: Float64Array): RegularRows | null {
  const [start] = time;
  const count = time.length;
  const stepMs = (time[count - 1] - start) / (count - 1);
  return isComplete(time, start, stepMs) ? { start, stepMs, y, count } : withGaps(time, y);
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
  if (!(stepMs > 0) || time.length < LEAST_SHARE * n) {
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
  return { start, stepMs, y: values, count: time.length };
}

/** The smallest distance of neighbours; 0 where two rows share a time. */
function smallestStep(time: Float64Array): number {
  let smallest = Infinity;
  for (let i = 1; i < time.length; i++) {
    const step = time[i] - time[i - 1];
    smallest = step < smallest ? step : smallest;
  }
  return smallest;
}
