import { mergeSpans } from '../series/mergeSpans.js';
import type { TimeSpan } from '../series/timeSpan.js';
import { UNNAMED_KIND, type GroundTruth } from './groundTruth.js';

/** A stretch of time that somebody marked as anomalous, such as an annotation. A moment has `start` equal to `end`. */
export interface LabeledSpan extends TimeSpan {
  /** Its kind, such as a tag of the annotation. Default 'labeled'. */
  readonly kind?: string;
}

/**
 * Ground truth from marked stretches of time, in any order. Every row inside one, bounds included, is labeled;
 * overlapping or touching spans of one kind are one event.
 * @param time epoch milliseconds, ascending.
 * @throws RangeError for a span that ends before it starts.
 */
export function labelsFromSpans(time: Float64Array, spans: readonly LabeledSpan[]): GroundTruth {
  const kinds = new Set(spans.map(({ kind }) => kind ?? UNNAMED_KIND));
  const events = [...kinds]
    .flatMap((kind) =>
      mergeSpans(spans.filter((span) => (span.kind ?? UNNAMED_KIND) === kind)).map((span) => ({
        ...span,
        kind,
        magnitude: NaN,
      })),
    )
    .sort((a, b) => a.start - b.start);
  return { labels: labelRows(time, mergeSpans(spans)), events };
}

function labelRows(time: Float64Array, merged: readonly TimeSpan[]): Uint8Array {
  const labels = new Uint8Array(time.length);
  let next = 0;
  for (let row = 0; row < time.length; row++) {
    while (next < merged.length && merged[next].end < time[row]) {
      next++;
    }
    labels[row] = next < merged.length && merged[next].start <= time[row] ? 1 : 0;
  }
  return labels;
}
