import type { Grid } from './grid.js';

/** More of the past than this says nothing of what returns today. */
const MOST_DAYS = 28;

/** The rows of a grid by their slot of the week. */
export interface SlotRows {
  /** The most values that a time of day has. */
  readonly most: number;
  /** The first row of the last four weeks before a row. */
  readonly firstRow: (end: number) => number;
  /** Known values at a time of day, on the first so many days of the week; those of the last four weeks. */
  readonly ofTime: (values: Float64Array, time: number, nDays: number) => Float64Array;
  /** The latest known values of a slot of the week, at most so many and of the last four weeks. */
  readonly latest: (values: Float64Array, slot: number, most: number) => Float64Array;
  /** Whether so many values of a slot in the last four weeks are known, and all that are lie beyond a size on one side of 0. */
  readonly areBeyond: (values: Float64Array, slot: number, least: number, size: number) => boolean;
}

/** Sorts the rows by their slot. What it returns is a view of one buffer: it holds until the next call. */
export function createSlotRows({ slot, perDay }: Grid): SlotRows {
  const { starts, rows } = sortedBySlot(slot, 7 * perDay);
  const found = new Float64Array(2 * MOST_DAYS);
  const firstRow = (end: number) => Math.max(0, end - MOST_DAYS * perDay);
  /** Adds the values of a slot from the latest on. */
  const collect = (values: Float64Array, s: number, most: number, already: number) => {
    const first = firstRow(values.length);
    let count = already;
    for (let k = starts[s + 1] - 1; k >= starts[s] && rows[k] >= first && count < most; k--) {
      const value = rows[k] < values.length ? values[rows[k]] : NaN;
      if (!Number.isNaN(value)) {
        found[count++] = value;
      }
    }
    return count;
  };
  return {
    most: found.length,
    firstRow,
    ofTime(values, time, nDays) {
      let count = 0;
      for (let day = 0; day < nDays; day++) {
        count = collect(values, day * perDay + time, found.length, count);
      }
      return found.subarray(0, count);
    },
    latest: (values, s, most) => found.subarray(0, collect(values, s, most, 0)),
    areBeyond(values, s, least, size) {
      const first = firstRow(values.length);
      let [nAbove, nBelow] = [0, 0];
      for (let k = starts[s]; k < starts[s + 1] && rows[k] < values.length; k++) {
        const value = rows[k] < first ? NaN : values[rows[k]];
        if (Math.abs(value) <= size) {
          return false;
        }
        nAbove += value > 0 ? 1 : 0;
        nBelow += value < 0 ? 1 : 0;
      }
      return Math.max(nAbove, nBelow) >= least && Math.min(nAbove, nBelow) === 0;
    },
  };
}

/** Rows ascending by slot, those of a slot from `starts[slot]` to before `starts[slot + 1]`, ascending. */
function sortedBySlot(slot: Int32Array, nSlots: number) {
  const starts = new Int32Array(nSlots + 1);
  for (let i = 0; i < slot.length; i++) {
    starts[slot[i] + 1]++;
  }
  for (let s = 0; s < nSlots; s++) {
    starts[s + 1] += starts[s];
  }
  const next = starts.slice(0, nSlots);
  const rows = new Int32Array(slot.length);
  for (let i = 0; i < slot.length; i++) {
    rows[next[slot[i]]++] = i;
  }
  return { starts, rows };
}
