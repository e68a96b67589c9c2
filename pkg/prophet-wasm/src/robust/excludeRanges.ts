import type { History } from '../history/history.js';
import { timesOf } from '../history/timesOf.js';
import { invalid } from '../invalid.js';

/** A span of time, both ends included. */
export interface TimeRange {
  /** Epoch milliseconds. */
  readonly start: number;
  /** Epoch milliseconds, not before `start`. */
  readonly end: number;
}

/**
 * A history whose rows within any of the ranges have no value, so that no fit sees them: an outage, a load test, a
 * sale. The rows themselves stay, at their places.
 * @throws RangeError for a range that ends before it starts.
 */
export function excludeRanges<Data extends History>(data: Data, ranges: readonly TimeRange[]): Data {
  const merged = mergeRanges(ranges);
  const time = timesOf(data);
  const y = Float64Array.from(data.y);
  for (let i = 0; i < y.length; i++) {
    if (isWithin(merged, time[i])) {
      y[i] = NaN;
    }
  }
  return { ...data, y };
}

/** Ascending, none touching another. */
function mergeRanges(ranges: readonly TimeRange[]): readonly TimeRange[] {
  ranges.forEach(({ start, end }, i) => {
    if (!(start <= end)) {
      throw invalid(`range ${i}`, `${start} to ${end}`, 'epoch milliseconds, start not after end');
    }
  });
  const merged: TimeRange[] = [];
  for (const range of [...ranges].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last !== undefined && range.start <= last.end) {
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
    } else {
      merged.push(range);
    }
  }
  return merged;
}

function isWithin(ranges: readonly TimeRange[], time: number): boolean {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ranges[middle].start <= time) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low > 0 && time <= ranges[low - 1].end;
}
