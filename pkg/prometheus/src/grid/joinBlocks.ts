import type { TimeSpan } from '../span.js';

import { BLOCK_POINTS, type Block } from './block.js';
import type { Labels } from '../api/seriesKey.js';

/** Series on one time axis. */
export interface GridColumns {
  /** Every multiple of the step in the span, epoch ms. */
  readonly time: Float64Array;
  /** By the key of the series; each `y` as long as `time`, NaN where there is no sample. */
  readonly columns: ReadonlyMap<string, { readonly labels: Labels; readonly y: Float64Array }>;
}

/** The points of a span out of the blocks that hold them, those of a block that is missing as NaN. */
export function joinBlocks(blocks: readonly Block[], span: TimeSpan, stepMs: number): GridColumns {
  const length = Math.max(0, Math.round((span.end - span.start) / stepMs) + 1);
  const time = Float64Array.from({ length }, (_, row) => span.start + row * stepMs);
  const columns = new Map<string, { labels: Labels; y: Float64Array }>();
  for (const block of blocks) {
    const offset = Math.round((block.start - span.start) / stepMs);
    const first = Math.max(0, -offset);
    const last = Math.min(BLOCK_POINTS, length - offset);
    for (const [key, { labels, y }] of first < last ? block.columns : []) {
      const column = columns.get(key) ?? { labels, y: new Float64Array(length).fill(NaN) };
      column.y.set(y.subarray(first, last), offset + first);
      columns.set(key, column);
    }
  }
  return { time, columns };
}
