import type { Series } from './series.js';

/**
 * Joins newer samples to a series. Between the tail's first and last time only the tail's samples remain, since a later
 * answer knows better; everything before and after stays. Name and labels are the series' own.
 * @param tail strictly ascending, like the series; may lie anywhere in time.
 */
export function appendTail(series: Series, tail: Series): Series {
  if (tail.time.length === 0) {
    return series;
  }
  const before = series.time.findLastIndex((time) => time < tail.time[0]) + 1;
  const firstAfter = series.time.findIndex((time) => time > tail.time[tail.time.length - 1]);
  const after = firstAfter === -1 ? series.time.length : firstAfter;
  return {
    ...series,
    time: join(series.time.subarray(0, before), tail.time, series.time.subarray(after)),
    y: join(series.y.subarray(0, before), tail.y, series.y.subarray(after)),
  };
}

function join(...parts: readonly Float64Array[]): Float64Array {
  const joined = new Float64Array(parts.reduce((length, part) => length + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    joined.set(part, offset);
    offset += part.length;
  }
  return joined;
}
