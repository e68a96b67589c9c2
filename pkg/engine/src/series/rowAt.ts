import { guessStepMs } from 'foreband-detector';

/** Index of the first row at or after a time; `time.length` where there is none. */
export function firstRowFrom(time: ArrayLike<number>, from: number): number {
  let low = 0;
  let high = time.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (time[middle] < from) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

/** Index of the row nearest to a time, no further than `reach` ms; -1 where there is none. */
export function rowNear(time: ArrayLike<number>, at: number, reach: number): number {
  const after = firstRowFrom(time, at);
  const before = after - 1;
  const isBeforeNearer = after >= time.length || (before >= 0 && at - time[before] < time[after] - at);
  const row = isBeforeNearer ? before : after;
  return row >= 0 && Math.abs(time[row] - at) <= reach ? row : -1;
}

// A tooltip asks with every move of the pointer, while a column of times never changes.
const steps = new WeakMap<Float64Array, number>();

/** Median distance between neighboring rows in ms, 0 with fewer than two rows. */
export function medianStep(time: Float64Array): number {
  const step = steps.get(time) ?? (guessStepMs(time) || 0);
  steps.set(time, step);
  return step;
}

/** A column's value at any time, on a straight line between its rows; NaN outside them. */
export function valueAt(time: ArrayLike<number>, values: ArrayLike<number>, at: number): number {
  const after = firstRowFrom(time, at);
  if (time[after] === at) {
    return values[after];
  }
  if (after === 0 || after >= time.length) {
    return NaN;
  }
  const share = (at - time[after - 1]) / (time[after] - time[after - 1]);
  return values[after - 1] + share * (values[after] - values[after - 1]);
}
