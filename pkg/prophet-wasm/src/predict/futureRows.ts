import { checkColumn } from '../checkShape.js';
import { EPOCH_TIME, isEpochTime, parseTimes } from '../history/epochTime.js';
import type { ExtraColumns } from '../history/history.js';
import { checkRowFields } from '../history/inputFields.js';
import { invalid } from '../invalid.js';
import { MIN_DURATION_MS } from '../options/limits.js';

/** Rows to forecast at times of their own, with the further inputs that the model needs. */
export interface TimedRows extends ExtraColumns {
  /** Epoch milliseconds, any order, past or future. */
  readonly time: ArrayLike<number>;
}

/** Rows to forecast at regular times: row i stands at `start + i stepMs`. */
export interface RegularRows extends ExtraColumns {
  /** Epoch milliseconds of the first row. */
  readonly start: number;
  /** Distance of two rows in milliseconds, at least 0.001. */
  readonly stepMs: number;
  /** Number of rows. */
  readonly count: number;
}

/** Rows to forecast: times alone, or with the further inputs that the model needs. */
export type FutureRows = ArrayLike<number> | TimedRows | RegularRows;

/** The same, checked. */
export interface ParsedRows {
  readonly time: Float64Array;
  /** Distance of two rows where they were given as regular, else 0. */
  readonly stepMs: number;
  readonly extra: ExtraColumns;
}

/** @throws RangeError for times that a `Date` could not hold, or a bad step or count. */
export function parseFutureRows(rows: FutureRows): ParsedRows {
  if (typeof rows !== 'object' || rows === null || 'length' in rows) {
    checkColumn('time', rows, 'a list of epoch milliseconds, or rows with such a list');
    return { time: parseTimes(rows), stepMs: 0, extra: {} };
  }
  checkRowFields(rows);
  if ('time' in rows) {
    return { time: parseTimes(rows.time), stepMs: 0, extra: rows };
  }
  const { start, stepMs, count } = rows;
  if (!isEpochTime(start)) {
    throw invalid('start', start, EPOCH_TIME);
  }
  if (!Number.isInteger(count) || count < 0) {
    throw invalid('count', count, 'a whole number of rows');
  }
  if (typeof stepMs !== 'number' || !(stepMs >= MIN_DURATION_MS && isEpochTime(start + count * stepMs))) {
    throw invalid('stepMs', stepMs, `milliseconds, at least ${MIN_DURATION_MS}, that end within ${EPOCH_TIME}`);
  }
  const time = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    time[i] = start + i * stepMs;
  }
  return { time, stepMs, extra: rows };
}
