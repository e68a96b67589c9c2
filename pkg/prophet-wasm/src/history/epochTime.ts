import { checkColumn } from '../checkShape.js';
import { invalid } from '../invalid.js';
import { MAX_TIME } from '../options/limits.js';

/** Expectation of a time, for messages. */
export const EPOCH_TIME = `epoch milliseconds from -${MAX_TIME} to ${MAX_TIME}`;

/** Whether a value from outside is a time: a number that a `Date` could hold. */
export function isEpochTime(value: unknown): value is number {
  return typeof value === 'number' && value >= -MAX_TIME && value <= MAX_TIME;
}

/**
 * Copies a caller's list of times.
 * @throws RangeError where it is no list, or naming the row that holds no time.
 */
export function parseTimes(values: ArrayLike<number>): Float64Array {
  checkColumn('time', values, 'a list of epoch milliseconds');
  const times = new Float64Array(values.length);
  for (let i = 0; i < times.length; i++) {
    if (!isEpochTime(values[i])) {
      throw invalid(`time of row ${i}`, values[i], `${EPOCH_TIME}; remove the row`);
    }
    times[i] = values[i];
  }
  return times;
}
