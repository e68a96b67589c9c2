import { ADAPTIVE_LEAD_MS, type Series } from 'foreband-detector';

import { firstRowFrom } from '../series/rowAt.js';

/** Rows of a series; NaN where there is no sample. */
export type SampleRows = Pick<Series, 'time' | 'y'>;

const NO_ROWS: SampleRows = { time: new Float64Array(0), y: new Float64Array(0) };

/**
 * The hours before a time that its score looks back on, step by step.
 * @param sources where their samples are, ascending; a later one completes the earlier ones.
 * @param before epoch ms: the first step that is scored; undefined where none is.
 */
export function leadRows(sources: readonly SampleRows[], before: number | undefined, stepMs: number): SampleRows {
  if (before === undefined) {
    return NO_ROWS;
  }
  const length = Math.ceil(ADAPTIVE_LEAD_MS / stepMs);
  const start = before - length * stepMs;
  const time = Float64Array.from({ length }, (_, row) => start + row * stepMs);
  const y = new Float64Array(length).fill(NaN);
  for (const source of sources) {
    for (let row = firstRowFrom(source.time, start); source.time[row] < before; row++) {
      const place = (source.time[row] - start) / stepMs;
      if (Number.isInteger(place) && Number.isFinite(source.y[row])) {
        y[place] = source.y[row];
      }
    }
  }
  return { time, y };
}
