import { field, fromJson, list, record, unreadable, type Reader } from './reader.js';

/** A bound on the rows of a table: ten times what anyone fits here. */
export const MAX_ROWS = 2_000_000;

/** A series of times, as `Series.to_json(orient='split', date_format='iso')` writes it. */
export const timeSeries: Reader<readonly number[]> = (value, at) => list(isoTime, MAX_ROWS)(data(value, at), at);

/** The rows of a table, as `DataFrame.to_json(orient='table', index=False)` writes it. */
export function table<T>(row: Reader<T>): Reader<readonly T[]> {
  return (value, at) => list(row, MAX_ROWS)(data(value, at), at);
}

/** The part of the text that holds the values; the rest describes them. */
function data(value: unknown, at: string): unknown {
  if (typeof value !== 'string') {
    throw unreadable(at, value, 'a text that holds JSON');
  }
  return field(record(fromJson(value, at), at), 'data');
}

/** ISO 8601 without a time zone, or with Z as older versions wrote it: both are UTC here. */
const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z?$/;

/** A time in epoch milliseconds. */
export const isoTime: Reader<number> = (value, at) => {
  const text = typeof value === 'string' && ISO.test(value) ? value : '';
  const time = Date.parse(text.endsWith('Z') ? text : `${text}Z`);
  if (Number.isNaN(time)) {
    throw unreadable(at, value, 'a time as 2020-01-31T00:00:00.000');
  }
  return time;
};

// Dates are nanoseconds in 64 bits there.
const EARLIEST = Date.UTC(1677, 8, 22);
const LATEST = Date.UTC(2262, 3, 11);

/**
 * A time as pandas writes it, to the millisecond.
 * @throws RangeError for a time that pandas cannot hold.
 */
export function toIso(time: number): string {
  if (!(time >= EARLIEST && time <= LATEST)) {
    throw unreadable('time', time, 'a time from 1677-09-22 to 2262-04-11, all that pandas can hold');
  }
  return new Date(Math.round(time)).toISOString().slice(0, -1);
}

/** Writes what `timeSeries` reads. */
export function writeTimeSeries(times: ArrayLike<number>): string {
  const index = Array.from(times, (_, i) => i);
  return JSON.stringify({ name: 'ds', index, data: Array.from(times, toIso) });
}

/** The type of a column in a table's schema. */
export type ColumnType = 'datetime' | 'number' | 'integer';

/** Writes what `table` reads; the names and order of `columns` are those of the rows' fields. */
export function writeTable(
  columns: Readonly<Record<string, ColumnType>>,
  rows: readonly Readonly<Record<string, string | number>>[],
): string {
  const fields = Object.entries(columns).map(([name, type]) => ({ name, type }));
  return JSON.stringify({ schema: { fields, pandas_version: '1.4.0' }, data: rows });
}
