import { invalid } from '../invalid.js';
import { MAX_Y } from '../options/limits.js';
import type { ValueOrColumn } from './history.js';

/** Which rows of the caller's columns are wanted, in which order. */
export interface RowChoice {
  /** Rows that are wanted. */
  readonly count: number;
  /** The given row of each; null where they are the same. */
  readonly order: Uint32Array | null;
  /** Rows that a column must have. */
  readonly nGiven: number;
}

/**
 * The column of a regressor, row by row.
 * @throws RangeError where it is missing, has another length, or holds no finite number where one is needed.
 */
export function regressorColumn(
  name: string,
  given: Readonly<Record<string, ArrayLike<number>>> | undefined,
  rows: RowChoice,
): Float64Array {
  return readColumn(`regressors.${name}`, named(`regressors.${name}`, given, name), rows, finite);
}

/**
 * The column of a condition as 1 and 0, row by row.
 * @throws RangeError where it is missing, has another length, or holds neither true nor false.
 */
export function conditionColumn(
  name: string,
  given: Readonly<Record<string, ArrayLike<number | boolean>>> | undefined,
  rows: RowChoice,
): Float64Array {
  return readColumn(`conditions.${name}`, named(`conditions.${name}`, given, name), rows, flag);
}

/**
 * A cap or floor, row by row.
 * @throws RangeError for a value that is no finite number, or a column of another length.
 */
export function boundColumn(name: 'cap' | 'floor', given: ValueOrColumn, rows: RowChoice): Float64Array {
  if (typeof given !== 'number') {
    return readColumn(name, given, rows, finite);
  }
  if (Number.isNaN(finite.read(given))) {
    throw invalid(name, given, finite.expected);
  }
  return new Float64Array(rows.count).fill(given);
}

function named<T>(what: string, given: Readonly<Record<string, ArrayLike<T>>> | undefined, name: string): ArrayLike<T> {
  const column = given !== undefined && Object.hasOwn(given, name) ? given[name] : undefined;
  if (typeof column !== 'object' || column === null || !('length' in column)) {
    throw invalid(what, column, 'a column with one value for each row');
  }
  return column;
}

/** Values that a column may hold. */
interface Kind {
  readonly expected: string;
  /** The value as a number; NaN for one that may not be there. */
  readonly read: (value: unknown) => number;
}

const finite: Kind = {
  expected: `a number, at most ${MAX_Y} in size`,
  read: (value) => (typeof value === 'number' && Math.abs(value) <= MAX_Y ? value : NaN),
};

const flag: Kind = {
  expected: 'true or false',
  read: (value) => (value === true || value === 1 ? 1 : value === false || value === 0 ? 0 : NaN),
};

function readColumn(
  what: string,
  column: ArrayLike<unknown>,
  { count, order, nGiven }: RowChoice,
  { read, expected }: Kind,
): Float64Array {
  if (typeof column !== 'object' || column === null || column.length !== nGiven) {
    const found = typeof column === 'object' && column !== null ? `${column.length} values` : column;
    throw invalid(what, found, `${nGiven}, one for each row`);
  }
  const values = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    const row = order === null ? i : order[i];
    values[i] = read(column[row]);
    if (Number.isNaN(values[i])) {
      throw invalid(`${what}[${row}]`, column[row], expected);
    }
  }
  return values;
}
