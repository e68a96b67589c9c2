import type { Series } from 'foreband-detector';

import { firstRowFrom } from './rowAt.js';

/** The rows of a series from `start` to `end`, both included; views, not copies. */
export function rowsBetween(series: Series, start: number, end: number): Series {
  const first = firstRowFrom(series.time, start);
  const last = firstRowFrom(series.time, end + 1);
  return { ...series, time: series.time.subarray(first, last), y: series.y.subarray(first, last) };
}

/** The last `windowMs` of a series. */
export function lastOf(series: Series, windowMs: number): Series {
  const end = series.time.at(-1);
  return end === undefined ? series : rowsBetween(series, end - windowMs, end);
}
