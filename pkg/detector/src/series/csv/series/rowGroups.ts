import type { CsvColumn } from '../cells/csvColumn.js';
import { MAX_CSV_SERIES } from '../csvContent.js';

/** Rows that belong together, because columns of names say the same in them. */
export interface RowGroups {
  /** The group of every row, counted from 0. */
  readonly of: Uint16Array;
  /** The values of the columns of names in each group. */
  readonly texts: readonly (readonly string[])[];
  readonly columns: readonly CsvColumn[];
}

/** All rows in one group. */
export function oneGroup(nRows: number): RowGroups {
  return { of: new Uint16Array(nRows), texts: [[]], columns: [] };
}

/**
 * Groups, divided by the texts of one more column.
 * @returns undefined where that makes more than a thousand.
 */
export function divided({ of, texts, columns }: RowGroups, column: CsvColumn): RowGroups | undefined {
  const numberOf = new Map<string, number>();
  const groups = new Uint16Array(of.length);
  const divided: (readonly string[])[] = [];
  for (let row = 0; row < of.length; row++) {
    const text = column.textAt(row);
    const key = `${of[row]} ${text}`;
    let group = numberOf.get(key);
    if (group === undefined) {
      group = numberOf.size;
      if (group === MAX_CSV_SERIES) {
        return undefined;
      }
      numberOf.set(key, group);
      divided.push([...texts[of[row]], text]);
    }
    groups[row] = group;
  }
  return { of: groups, texts: divided, columns: [...columns, column] };
}

// Room for a thousand groups beside a time until 2199, exactly: 7.3e12 ms by 1024 is below 2 to the 53rd.
const GROUPS = 1024;

function isAscending(time: Float64Array): boolean {
  return time.every((moment, row) => row === 0 || moment > time[row - 1]);
}

/** How many rows have the time of another one of their group. */
export function countRepeats(time: Float64Array, { of }: RowGroups): number {
  if (isAscending(time)) {
    return 0;
  }
  const keys = time.map((moment, row) => moment * GROUPS + of[row]).sort();
  let count = 0;
  for (let row = 1; row < keys.length; row++) {
    count += keys[row] === keys[row - 1] ? 1 : 0;
  }
  return count;
}
