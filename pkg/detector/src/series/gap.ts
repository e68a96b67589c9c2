import type { TimeSpan } from './timeSpan.js';

/** A run of grid cells without a value. `start` and `end` are the times of its first and last missing cell. */
export interface Gap extends TimeSpan {
  /** How many cells are missing. */
  readonly nMissing: number;
}
