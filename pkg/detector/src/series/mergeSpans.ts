import type { TimeSpan } from './timeSpan.js';

/**
 * The same stretches of time, sorted and disjoint: overlapping or touching spans become one.
 * @throws RangeError if a span has no number as bound or ends before it starts.
 */
export function mergeSpans(spans: readonly TimeSpan[]): readonly TimeSpan[] {
  for (const { start, end } of spans) {
    if (!(start <= end)) {
      throw new RangeError(`invalid time span: ${start} to ${end} (expected start at most end)`);
    }
  }
  const sorted = [...spans].sort((a, b) => a.start - b.start);
  const merged: TimeSpan[] = [];
  for (const span of sorted) {
    const last = merged.at(-1);
    if (last !== undefined && span.start <= last.end) {
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    } else {
      merged.push({ start: span.start, end: span.end });
    }
  }
  return merged;
}
