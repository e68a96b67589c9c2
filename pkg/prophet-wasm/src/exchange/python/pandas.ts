import { field, fromJson, list, record, unreadable, type Reader } from '../reader.js';

/** A bound on the rows of a table: ten times what anyone fits here. */
export const MAX_ROWS = 2_000_000;

/** The values of a series, as `Series.to_json(orient='split', date_format='iso')` writes it. */
export function series<T>(item: Reader<T>, most: number): Reader<readonly T[]> {
  return (value, at) => list(item, most)(data(value, at), at);
}

/** The rows of a table, as `DataFrame.to_json(orient='table', index=False)` writes it. */
export function table<T>(row: Reader<T>, most: number): Reader<readonly T[]> {
  return (value, at) => list(row, most)(data(value, at), at);
}

/** A column of rows that were read as records; `at` is the place of the table. */
export function column<T>(rows: readonly object[], at: string, name: string, read: Reader<T>): T[] {
  return rows.map((row, i) => read(field(row, name), `${at}[${i}].${name}`));
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
 * @throws RangeError for a time that pandas cannot hold; it names `what`.
 */
export function toIso(time: number, what: string): string {
  if (!(time >= EARLIEST && time <= LATEST)) {
    throw unreadable(what, time, 'a time from 1677-09-22 to 2262-04-11, all that pandas can hold');
  }
  return new Date(Math.round(time)).toISOString().slice(0, -1);
}

/** Writes what `series` reads. */
export function writeSeries(name: string | null, data: readonly string[]): string {
  return JSON.stringify({ name, index: data.map((_, i) => i), data });
}

/** The type of a column in a table's schema. */
export type ColumnType = 'datetime' | 'number' | 'integer' | 'boolean' | 'string';

/** A column of a table to be written. */
export interface WrittenColumn {
  readonly name: string;
  readonly type: ColumnType;
  /** The value of a row. */
  readonly at: (row: number) => string | number | boolean;
}

/** Writes what `table` reads. */
export function writeTable(nRows: number, columns: readonly WrittenColumn[]): string {
  const fields = columns.map(({ name, type }) => ({ name, type }));
  const data = Array.from({ length: nRows }, (_, row) =>
    Object.fromEntries(columns.map(({ name, at }) => [name, at(row)])),
  );
  return JSON.stringify({ schema: { fields, pandas_version: '1.4.0' }, data });
}
