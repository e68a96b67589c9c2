import type { RegularHistory } from './history.js';
import type { RegularRows } from './regularRows.js';
import { valuesOf } from './valuesOf.js';

const NONE = new Float64Array(0);

/** A regular series that is fitted more than once: row i stands at `start + i stepMs`. */
export interface GridRows {
  readonly start: number;
  readonly stepMs: number;
  /** NaN where a row is absent: it has no value, or is excluded from the fit. */
  readonly y: Float64Array;
  /** The absent rows, ascending. */
  readonly absent: Float64Array;
}

/** A regular series and its rows without a value. */
export function gridRows({ start, stepMs, y }: RegularHistory): GridRows {
  const values = valuesOf(y);
  const absent = new Float64Array(values.length);
  let count = 0;
  for (let row = 0; row < values.length; row++) {
    if (Number.isNaN(values[row])) {
      absent[count] = row;
      count++;
    }
  }
  return { start, stepMs, y: values, absent: absent.slice(0, count) };
}

/** The same rows without those that are marked by anything but 0. */
export function withoutRows(rows: GridRows, excluded: ArrayLike<number>): GridRows {
  const y = rows.y.slice();
  const absent = new Float64Array(y.length);
  let count = 0;
  for (let row = 0; row < y.length; row++) {
    if (excluded[row] !== 0 || Number.isNaN(y[row])) {
      y[row] = NaN;
      absent[count] = row;
      count++;
    }
  }
  return { ...rows, y, absent: absent.slice(0, count) };
}

/** The rows before `end` as a series of its own, from the first with a value to the last. */
export function rowsUntil({ start, stepMs, y, absent }: GridRows, end: number): RegularRows {
  const nAbsent = countBelow(absent, end);
  let lead = 0;
  while (lead < nAbsent && absent[lead] === lead) {
    lead++;
  }
  let trail = 0;
  while (trail < nAbsent - lead && absent[nAbsent - 1 - trail] === end - 1 - trail) {
    trail++;
  }
  return {
    start: start + lead * stepMs,
    stepMs,
    y: y.subarray(lead, end - trail),
    count: end - nAbsent,
    lead,
    absent: absent.subarray(lead, nAbsent - trail),
  };
}

/** How many of the ascending values are below a bound. */
function countBelow(values: Float64Array, bound: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (values[middle] < bound) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

/** The row of the i-th value of a series, counted from its first. */
export function presentRow({ lead, absent }: Pick<RegularRows, 'lead' | 'absent'>, i: number): number {
  // Before the j-th absent row there are absent[j] - lead - j values.
  let low = 0;
  let high = absent.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (absent[middle] - lead - middle <= i) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return i + low;
}

/** The rows from the first with a value to the last, as if all between had one too. */
export function trimmedRows({ start, stepMs, y }: RegularHistory): RegularRows {
  const values = valuesOf(y);
  let first = 0;
  let last = values.length - 1;
  while (first < last && Number.isNaN(values[first])) {
    first++;
  }
  while (last > first && Number.isNaN(values[last])) {
    last--;
  }
  const rows = values.subarray(first, last + 1);
  return { start: start + first * stepMs, stepMs, y: rows, count: rows.length, lead: first, absent: NONE };
}
