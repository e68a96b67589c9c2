/** Columns of equal length. */
export interface Columns {
  /** Epoch milliseconds, in any order. */
  readonly time: Float64Array;
  readonly y: Float64Array;
  readonly labels: readonly string[] | null;
}

/** Columns in order of time, each time once. */
export interface OrderedColumns extends Columns {
  readonly isSorted: boolean;
  /** Rows left out because a later row has the same time. */
  readonly nReplaced: number;
}

/** Puts rows in order of time. Of several rows of one time the last in the file counts: corrections are appended. */
export function orderRows(columns: Columns): OrderedColumns {
  const { time, y, labels } = columns;
  const { isSorted, isDistinct } = orderOf(time);
  if (isSorted && isDistinct) {
    return { ...columns, isSorted, nReplaced: 0 };
  }
  const times = distinct(time.slice().sort());
  const ordered = new Float64Array(times.length);
  const orderedLabels = labels === null ? null : new Array<string>(times.length).fill('');
  for (let row = 0; row < time.length; row++) {
    const place = placeOf(times, time[row]);
    ordered[place] = y[row];
    if (labels !== null && orderedLabels !== null) {
      orderedLabels[place] = labels[row];
    }
  }
  return { time: times, y: ordered, labels: orderedLabels, isSorted, nReplaced: time.length - times.length };
}

function orderOf(time: Float64Array): { readonly isSorted: boolean; readonly isDistinct: boolean } {
  let isDistinct = true;
  for (let row = 1; row < time.length; row++) {
    if (time[row] < time[row - 1]) {
      return { isSorted: false, isDistinct };
    }
    isDistinct &&= time[row] > time[row - 1];
  }
  return { isSorted: true, isDistinct };
}

function distinct(sorted: Float64Array): Float64Array {
  let length = 0;
  for (let row = 0; row < sorted.length; row++) {
    if (row === 0 || sorted[row] !== sorted[row - 1]) {
      sorted[length] = sorted[row];
      length++;
    }
  }
  return sorted.slice(0, length);
}

// Written out: looking up 200,000 times with a comparator would be felt.
function placeOf(times: Float64Array, time: number): number {
  let low = 0;
  let high = times.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (times[middle] < time) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
