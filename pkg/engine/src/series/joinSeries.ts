import type { Series, TimeSpan } from 'foreband-detector';

import { firstRowFrom } from './rowAt.js';

function joinColumns(...parts: readonly Float64Array[]): Float64Array {
  const joined = new Float64Array(parts.reduce((length, part) => length + part.length, 0));
  let end = 0;
  for (const part of parts) {
    joined.set(part, end);
    end += part.length;
  }
  return joined;
}

function rowsWithin(series: Series, { start, end }: TimeSpan): Series {
  const first = firstRowFrom(series.time, start);
  const last = firstRowFrom(series.time, end + 1);
  return first === 0 && last === series.time.length
    ? series
    : { ...series, time: series.time.subarray(first, last), y: series.y.subarray(first, last) };
}

/**
 * Replaces the rows of `span` by fresh ones; those around it stay. Fresh rows outside the span are dropped: some
 * sources answer with more than they were asked for.
 */
export function replaceSpan(known: Series | undefined, answered: Series, span: TimeSpan): Series {
  const fresh = rowsWithin(answered, span);
  if (known === undefined) {
    return fresh;
  }
  const before = firstRowFrom(known.time, span.start);
  const after = firstRowFrom(known.time, span.end + 1);
  return {
    ...fresh,
    time: joinColumns(known.time.subarray(0, before), fresh.time, known.time.subarray(after)),
    y: joinColumns(known.y.subarray(0, before), fresh.y, known.y.subarray(after)),
  };
}
