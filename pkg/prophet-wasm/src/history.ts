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
  const { isAscending, ...present } = presentRows(history);
  const { time } = present;
  if (time.length < 2) {
    throw invalid('history', time.length, 'at least 2 rows with a value; ask for a longer range');
  }
  const clean = isAscending ? present : { ...present, ...sortRows(present) };
  if (clean.time[0] === clean.time[time.length - 1]) {
    throw invalid('history', time[0], 'at least 2 different times; all rows have this one');
  }
  return clean;
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
      throw invalid(`time of row ${i}`, at, 'finite epoch milliseconds; remove the row');
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
