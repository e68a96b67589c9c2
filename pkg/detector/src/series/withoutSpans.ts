import { mergeSpans } from './mergeSpans.js';
import type { Series } from './series.js';
import type { TimeSpan } from './timeSpan.js';

/**
 * The series with NaN in place of the values inside the spans, bounds included. The times stay, so a grid stays one.
 * @throws RangeError for a span that ends before it starts.
 */
export function withoutSpans(series: Series, spans: readonly TimeSpan[]): Series {
  const merged = mergeSpans(spans);
  let next = 0;
  const y = series.y.map((value, i) => {
    while (next < merged.length && merged[next].end < series.time[i]) {
      next++;
    }
    return next < merged.length && merged[next].start <= series.time[i] ? NaN : value;
  });
  return { ...series, y };
}
