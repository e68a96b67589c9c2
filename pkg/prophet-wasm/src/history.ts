import { invalid } from './invalid.js';

/** Observations as a caller has them: equal lengths, any order. */
export interface History {
  /** Epoch milliseconds. */
  readonly time: ArrayLike<number>;
  /** Observed values; NaN for a missing one. */
  readonly y: ArrayLike<number>;
}

/** Observations as the model needs them: present, finite, ascending in time. */
export interface CleanHistory {
  readonly time: Float64Array;
  readonly y: Float64Array;
  readonly yMin: number;
  readonly yMax: number;
}

/**
 * Drops rows without y and sorts the rest by time, equal times in their given order.
 * @throws RangeError for unequal lengths, times or values that are not finite, fewer than two rows, one time only.
 */
export function cleanHistory(history: History): CleanHistory {
  const { time, y } = presentRows(history);
  if (time.length < 2) {
    throw invalid('history', time.length, 'at least 2 rows with a value; ask for a longer range');
  }
  const sorted = isAscending(time) ? { time, y } : sortRows(time, y);
  if (sorted.time[0] === sorted.time[sorted.time.length - 1]) {
    throw invalid('history', sorted.time[0], 'at least 2 different times; all rows have this one');
  }
  return { ...sorted, ...extent(y) };
}

function presentRows({ time, y }: History): { time: Float64Array; y: Float64Array } {
  if (time.length !== y.length) {
    throw invalid('history', `${time.length} times, ${y.length} values`, 'one value for each time');
  }
  const keptTime = new Float64Array(time.length);
  const keptY = new Float64Array(time.length);
  let count = 0;
  for (let i = 0; i < time.length; i++) {
    const at = time[i];
    const value = y[i];
    if (!Number.isFinite(at)) {
      throw invalid(`time of row ${i}`, at, 'finite epoch milliseconds; remove the row');
    }
    if (Number.isNaN(value)) {
      continue;
    }
    if (!Number.isFinite(value)) {
      throw invalid(`y of row ${i}`, value, 'a finite number, or NaN for a missing one');
    }
    keptTime[count] = at;
    keptY[count] = value;
    count++;
  }
  return { time: keptTime.subarray(0, count), y: keptY.subarray(0, count) };
}

function isAscending(time: Float64Array): boolean {
  for (let i = 1; i < time.length; i++) {
    if (time[i] < time[i - 1]) {
      return false;
    }
  }
  return true;
}

function sortRows(time: Float64Array, y: Float64Array): { time: Float64Array; y: Float64Array } {
  const order = Array.from(time, (_, i) => i).sort((a, b) => time[a] - time[b]);
  return { time: Float64Array.from(order, (i) => time[i]), y: Float64Array.from(order, (i) => y[i]) };
}

function extent(y: Float64Array): { yMin: number; yMax: number } {
  let yMin = y[0];
  let yMax = y[0];
  for (let i = 1; i < y.length; i++) {
    const value = y[i];
    if (value < yMin) {
      yMin = value;
    } else if (value > yMax) {
      yMax = value;
    }
  }
  return { yMin, yMax };
}
