import type { CleanHistory } from './cleanHistory.js';
import type { ExtraColumns, TimedHistory, ValueOrColumn } from './history.js';

/** The rows from `from` to before `to` of a clean history, with their further inputs. */
export function selectRows({ time, y, order, extra }: CleanHistory, from: number, to: number): TimedHistory {
  const rows = Array.from({ length: to - from }, (_, i) => (order === null ? from + i : order[from + i]));
  return { ...selectColumns(extra, rows), time: time.subarray(from, to), y: y.subarray(from, to) };
}

/** Chosen rows of all further inputs. */
export function selectColumns(
  { cap, floor, regressors, conditions }: ExtraColumns,
  rows: readonly number[],
): ExtraColumns {
  const select = <T>(column: ArrayLike<T>): readonly T[] => rows.map((row) => column[row]);
  const bound = (value: ValueOrColumn | undefined) => (typeof value === 'object' ? select(value) : value);
  const all = <T>(columns: Readonly<Record<string, ArrayLike<T>>> | undefined) =>
    columns && Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, select(column)]));
  return { cap: bound(cap), floor: bound(floor), regressors: all(regressors), conditions: all(conditions) };
}
