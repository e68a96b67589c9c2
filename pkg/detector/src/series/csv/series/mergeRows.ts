import { MAX_CSV_ROWS } from '../csvContent.js';
import { isNormalLabel } from '../labelWords.js';

/** Columns of equal length. */
export interface Columns {
  /** Epoch milliseconds, in any order. */
  readonly time: Float64Array;
  readonly y: Float64Array;
  readonly labels: readonly string[] | null;
}

/** Columns in order of time, each time once. */
export interface MergedColumns extends Columns {
  /** Rows that share their time with one before them in the file. */
  readonly nRepeated: number;
  /** The step to which the rows were thinned, milliseconds; 0 where they were not. */
  readonly thinnedToMs: number;
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

// Steps that divide the next one.
const steps = [
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500],
  ...[1, 2, 5, 10, 15, 30].map((count) => count * SECOND),
  ...[1, 2, 5, 10, 15, 30].map((count) => count * MINUTE),
  ...[1, 2, 3, 6, 12].map((count) => count * HOUR),
  DAY,
];

// The smallest step from one row to the next, below 0 where the rows are not in order.
function smallestStep(time: Float64Array): number {
  let smallest = Infinity;
  for (let row = 1; row < time.length; row++) {
    smallest = Math.min(smallest, time[row] - time[row - 1]);
  }
  return smallest;
}

/** Every time once, in order. */
function distinctTimes(time: Float64Array): Float64Array {
  const sorted = smallestStep(time) < 0 ? time.slice().sort() : time.slice();
  let length = 0;
  for (let row = 0; row < sorted.length; row++) {
    if (row === 0 || sorted[row] !== sorted[row - 1]) {
      sorted[length] = sorted[row];
      length++;
    }
  }
  return sorted.slice(0, length);
}

// Written out: looking up 200,000 times with a comparator would be felt.
function placeOf(times: Float64Array, time: number): number {
  let low = 0;
  let high = times.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (times[middle] < time) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

// Each time with the mean of its values, and the first label that marks it.
function mergeInto(times: Float64Array, { time, y, labels }: Columns): Columns {
  const sums = new Float64Array(times.length);
  const counts = new Uint32Array(times.length);
  const merged = labels === null ? null : new Array<string>(times.length).fill('');
  let place = 0;
  for (let row = 0; row < time.length; row++) {
    place = times[place] === time[row] ? place : times[place + 1] === time[row] ? place + 1 : placeOf(times, time[row]);
    if (!Number.isNaN(y[row])) {
      sums[place] += y[row];
      counts[place]++;
    }
    if (merged !== null && labels !== null && isNormalLabel(merged[place])) {
      merged[place] = labels[row] === '' ? merged[place] : labels[row];
    }
  }
  return { time: times, y: sums.map((sum, at) => (counts[at] === 0 ? NaN : sum / counts[at])), labels: merged };
}

// The shortest step by which all times together are few enough.
function thinningStep(times: Float64Array): number {
  // Both ends may be rounded outwards.
  const least = (times[times.length - 1] - times[0]) / (MAX_CSV_ROWS - 2);
  return steps.find((step) => step >= least) ?? Math.ceil(least / DAY) * DAY;
}

/**
 * Puts rows in order of time. Rows of one time become one, with the mean of their values. Where there are more than 200,000,
 * each goes to the nearest multiple of a round step.
 */
export function mergeRows(columns: Columns): MergedColumns {
  if (smallestStep(columns.time) > 0 && columns.time.length <= MAX_CSV_ROWS) {
    return { ...columns, nRepeated: 0, thinnedToMs: 0 };
  }
  const times = distinctTimes(columns.time);
  const nRepeated = columns.time.length - times.length;
  if (times.length <= MAX_CSV_ROWS) {
    return { ...mergeInto(times, columns), nRepeated, thinnedToMs: 0 };
  }
  const stepMs = thinningStep(times);
  const time = columns.time.map((moment) => Math.round(moment / stepMs) * stepMs);
  const thinned = mergeInto(distinctTimes(time), { ...columns, time });
  return { ...thinned, nRepeated, thinnedToMs: stepMs };
}
