import type { Series } from './series.js';
import type { TimeSpan } from './timeSpan.js';

/** A run of grid cells without a value. `start` and `end` are the times of its first and last missing cell. */
export interface Gap extends TimeSpan {
  /** How many cells are missing. */
  readonly nMissing: number;
}

/** The gaps of a series on a grid (see `toGrid`), in order of time. A value that is not finite counts as missing. */
export function listGaps({ time, y }: Series): readonly Gap[] {
  const gaps: Gap[] = [];
  let nMissing = 0;
  for (let i = 0; i <= y.length; i++) {
    if (i < y.length && !Number.isFinite(y[i])) {
      nMissing++;
    } else if (nMissing > 0) {
      gaps.push({ start: time[i - nMissing], end: time[i - 1], nMissing });
      nMissing = 0;
    }
  }
  return gaps;
}
