import { checkColumn, checkObject } from './checkShape.js';
import { EPOCH_TIME, isEpochTime } from './epochTime.js';
import { invalid } from './invalid.js';
import { MAX_Y, MIN_DURATION_MS } from './limits.js';

/** Observations as a caller has them: equal lengths, any order. */
export interface History {
  /** Epoch milliseconds, within 8.64e15 of 1970 as in a `Date`. */
  readonly time: ArrayLike<number>;
  /** Observed values, at most 1e300 in size; NaN for a missing one. */
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
 * @throws RangeError for missing columns or unequal lengths, times or values that are not numbers or too large, fewer
 * than two rows, times less than a microsecond apart.
 */
export function cleanHistory(history: History): CleanHistory {
  checkObject('history', history, 'an object with the columns time and y');
  checkColumn('time', history.time, 'a list of epoch milliseconds');
  checkColumn('y', history.y, 'a list of values, one for each time');
  const { isAscending, ...present } = presentRows(history);
  const { time } = present;
  if (time.length < 2) {
    throw invalid('history', time.length, 'at least 2 rows with a value; ask for a longer range');
  }
  const clean = isAscending ? present : { ...present, ...sortRows(present) };
  if (clean.time[0] === clean.time[time.length - 1]) {
    throw invalid('history', time[0], 'at least 2 different times; all rows have this one');
  }
  checkSizes(clean, history);
  return clean;
}

/** Extremes stand for all rows, so that the rows are read only once. */
function checkSizes({ time, yMin, yMax }: CleanHistory, given: History): void {
  const [start, end] = [time[0], time[time.length - 1]];
  const badTime = [start, end].find((at) => !isEpochTime(at));
  if (badTime !== undefined) {
    throw invalid(`time of row ${rowOf(badTime, given.time)}`, badTime, `${EPOCH_TIME}; remove the row`);
  }
  if (end - start < MIN_DURATION_MS) {
    throw invalid('span of the history', end - start, `at least ${MIN_DURATION_MS} ms; times are in milliseconds`);
  }
  const badValue = [yMin, yMax].find((value) => Math.abs(value) > MAX_Y);
  if (badValue !== undefined) {
    const expected = `at most ${MAX_Y} in size; remove the row or use a larger unit`;
    throw invalid(`y of row ${rowOf(badValue, given.y)}`, badValue, expected);
  }
}

function rowOf(value: number, column: ArrayLike<number>): number {
  return Array.prototype.indexOf.call(column, value);
}

/** One look at every row: long histories spend their time here. */
function presentRows({ time, y }: History): CleanHistory & { readonly isAscending: boolean } {
  if (time.length !== y.length) {
    throw invalid('history', `${time.length} times, ${y.length} values`, 'one value for each time');
  }
  const keptTime = new Float64Array(time.length);
  const keptY = new Float64Array(time.length);
  let count = 0;
  let isAscending = true;
  let last = -Infinity;
  let yMin = Infinity;
  let yMax = -Infinity;
  for (let i = 0; i < time.length; i++) {
    const at = time[i];
    const value = y[i];
    if (!Number.isFinite(at)) {
      throw invalid(`time of row ${i}`, at, `${EPOCH_TIME}; remove the row`);
    }
    if (Number.isNaN(value)) {
      continue;
    }
    if (!Number.isFinite(value)) {
      throw invalid(`y of row ${i}`, value, 'a finite number, or NaN for a missing one');
    }
    isAscending &&= at >= last;
    last = at;
    yMin = Math.min(yMin, value);
    yMax = Math.max(yMax, value);
    keptTime[count] = at;
    keptY[count] = value;
    count++;
  }
  return { time: keptTime.subarray(0, count), y: keptY.subarray(0, count), yMin, yMax, isAscending };
}

function sortRows({ time, y }: CleanHistory): Pick<CleanHistory, 'time' | 'y'> {
  const order = Array.from(time, (_, i) => i).sort((a, b) => time[a] - time[b]);
  return { time: Float64Array.from(order, (i) => time[i]), y: Float64Array.from(order, (i) => y[i]) };
}
