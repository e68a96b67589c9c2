import { civilTimes } from '../features/civilClock.js';
import { DAY_MS, slotOfWeek } from '../recurring/weekTable.js';

export { DAY_MS } from '../recurring/weekTable.js';
export const HOUR_MS = 3_600_000;
export const MINUTE_MS = 60_000;

/** A regular series on the clock of a time zone: row i stands at `start + i stepMs`. */
export interface Grid {
  /** Epoch milliseconds. */
  readonly start: number;
  /** A whole number of steps makes a day. */
  readonly stepMs: number;
  /** NaN where there is no sample, or none that may be looked at. */
  readonly y: Float64Array;
  /** Rows of a day. */
  readonly perDay: number;
  /** Time on the clock, in milliseconds as if it were UTC. */
  readonly civil: Float64Array;
  /** Slot of the week of each row, from Monday 00:00 on; a slot is a step long. */
  readonly slot: Int32Array;
}

/** The rows of a series with their places on the clock. */
export function createGrid(start: number, stepMs: number, y: Float64Array, timeZone: string): Grid {
  const time = new Float64Array(y.length);
  for (let i = 0; i < time.length; i++) {
    time[i] = start + i * stepMs;
  }
  const civil = civilTimes(time, timeZone);
  const perDay = Math.round(DAY_MS / stepMs);
  const slot = new Int32Array(y.length);
  for (let i = 0; i < slot.length; i++) {
    const isNext = i > 0 && civil[i] - civil[i - 1] === stepMs;
    slot[i] = isNext ? (slot[i - 1] + 1) % (7 * perDay) : slotOfWeek(civil[i], stepMs);
  }
  return { start, stepMs, y, perDay, civil, slot };
}

/** Rows that a duration takes, at least one. */
export function rowsOf(durationMs: number, stepMs: number): number {
  return Math.max(1, Math.round(durationMs / stepMs));
}
