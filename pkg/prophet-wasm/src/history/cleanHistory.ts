import { checkColumn, checkObject } from '../checkShape.js';
import { invalid } from '../invalid.js';
import { MAX_Y, MIN_DURATION_MS } from '../options/limits.js';
import { EPOCH_TIME, isEpochTime } from './epochTime.js';
import type { ExtraColumns, History, RegularHistory, TimedHistory } from './history.js';
import { checkHistoryFields } from './inputFields.js';
import { VALUE } from './valuesOf.js';

/** Observations as the model needs them: present, finite, ascending in time. */
export interface CleanHistory {
  readonly time: Float64Array;
  readonly y: Float64Array;
  readonly yMin: number;
  readonly yMax: number;
  /** The given row of each row; null where they are the same. */
  readonly order: Uint32Array | null;
  /** Rows as given, missing ones included. */
  readonly nGiven: number;
  /** Columns as given: of the given rows, in their order. */
  readonly extra: ExtraColumns;
}

/**
 * Drops rows without y and sorts the rest by time, equal times in their given order.
 * @throws RangeError for missing columns or unequal lengths, times or values that are not numbers or too large, fewer
 * than two rows, times less than a microsecond apart.
 */
export function cleanHistory(history: History): CleanHistory {
  const { time: givenTime, y: givenY } = timedHistory(history);
  const { isAscending, ...present } = presentRows(givenTime, givenY);
  checkCount(present.time.length);
  const clean = isAscending ? present : sortRows(present);
  const { time, yMin, yMax } = clean;
  checkSpan(time[0], time[time.length - 1]);
  const badTime = [time[0], time[time.length - 1]].find((at) => !isEpochTime(at));
  if (badTime !== undefined) {
    throw invalid(`time of row ${rowOf(badTime, givenTime)}`, badTime, `${EPOCH_TIME}; remove the row`);
  }
  checkSizes({ yMin, yMax }, givenY);
  const isIdentical = isAscending && time.length === givenTime.length;
  return { ...clean, order: isIdentical ? null : clean.order, nGiven: givenTime.length, extra: history };
}

/**
 * Whether a history has a step instead of times.
 * @throws RangeError where it is no object, or has a column that nobody reads.
 */
export function isRegular(history: History): history is RegularHistory {
  checkObject('history', history, 'an object with the columns time and y, or with start, stepMs and y');
  checkHistoryFields(history);
  return 'stepMs' in history || 'start' in history;
}

/** @throws RangeError where its columns are no columns. */
function timedHistory(history: History): Pick<TimedHistory, 'time' | 'y'> {
  if (!isRegular(history)) {
    checkColumn('time', history.time, 'a list of epoch milliseconds');
    checkColumn('y', history.y, 'a list of values, one for each time');
    return history;
  }
  const { start, stepMs, y } = parseRegular(history);
  return { time: Float64Array.from({ length: y.length }, (_, i) => start + i * stepMs), y };
}

/** @throws RangeError for a bad start, step or column. */
export function parseRegular(history: RegularHistory): RegularHistory {
  const { start, stepMs, y } = history;
  checkColumn('y', y, 'a list of values, one for each step');
  if (!isEpochTime(start)) {
    throw invalid('start', start, EPOCH_TIME);
  }
  if (typeof stepMs !== 'number' || !(stepMs >= MIN_DURATION_MS && isEpochTime(start + y.length * stepMs))) {
    throw invalid('stepMs', stepMs, `milliseconds, at least ${MIN_DURATION_MS}, that end within ${EPOCH_TIME}`);
  }
  return history;
}

/** @throws RangeError for fewer than two rows with a value. */
export function checkCount(count: number): void {
  if (count < 2) {
    throw invalid('history', count, 'at least 2 rows with a value; ask for a longer range');
  }
}

/** @throws RangeError where the first and the last time are (nearly) the same. */
export function checkSpan(start: number, end: number): void {
  if (start === end) {
    throw invalid('history', start, 'at least 2 different times; all rows have this one');
  }
  if (end - start < MIN_DURATION_MS) {
    throw invalid('span of the history', end - start, `at least ${MIN_DURATION_MS} ms; times are in milliseconds`);
  }
}

/**
 * Extremes stand for all rows, so that the rows are read only once.
 * @throws RangeError naming the row with too large a value.
 */
export function checkSizes({ yMin, yMax }: Pick<CleanHistory, 'yMin' | 'yMax'>, y: ArrayLike<number>): void {
  const bad = [yMin, yMax].find((value) => !(Math.abs(value) <= MAX_Y));
  if (bad === undefined) {
    return;
  }
  const expected = Number.isFinite(bad) ? `at most ${MAX_Y} in size; remove the row or use a larger unit` : VALUE;
  throw invalid(`y of row ${rowOf(bad, y)}`, bad, expected);
}

function rowOf(value: number, column: ArrayLike<number>): number {
  return Array.prototype.indexOf.call(column, value);
}

type PresentRows = Pick<CleanHistory, 'time' | 'y' | 'yMin' | 'yMax'> & { readonly order: Uint32Array };

/** One look at every row: long histories spend their time here. */
function presentRows(time: ArrayLike<number>, y: ArrayLike<number>): PresentRows & { readonly isAscending: boolean } {
  if (time.length !== y.length) {
    throw invalid('history', `${time.length} times, ${y.length} values`, 'one value for each time');
  }
  const keptTime = new Float64Array(time.length);
  const keptY = new Float64Array(time.length);
  const order = new Uint32Array(time.length);
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
      throw invalid(`y of row ${i}`, value, VALUE);
    }
    isAscending &&= at >= last;
    last = at;
    yMin = value < yMin ? value : yMin;
    yMax = value > yMax ? value : yMax;
    keptTime[count] = at;
    keptY[count] = value;
    order[count] = i;
    count++;
  }
  const kept = { time: keptTime.subarray(0, count), y: keptY.subarray(0, count), order: order.subarray(0, count) };
  return { ...kept, yMin, yMax, isAscending };
}

function sortRows({ time, y, order, ...extremes }: PresentRows): PresentRows {
  const sorted = Uint32Array.from(time, (_, i) => i).sort((a, b) => time[a] - time[b]);
  return {
    time: Float64Array.from(sorted, (i) => time[i]),
    y: Float64Array.from(sorted, (i) => y[i]),
    order: sorted.map((i) => order[i]),
    ...extremes,
  };
}
