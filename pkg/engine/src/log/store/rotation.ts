import type { LogPart } from '../logEvent.js';

/** How long entries are kept, and how many. */
export interface Room {
  readonly maxAgeMs: number;
  /** Beyond so many the oldest go. */
  readonly maxEntries: number;
}

const DAY_MS = 86_400_000;

/** An entry takes some 500 bytes, so that a full log takes about 45 MB of the browser's store. */
export const rooms: Readonly<Record<LogPart, Room>> = {
  anomalies: { maxAgeMs: 90 * DAY_MS, maxEntries: 20_000 },
  system: { maxAgeMs: 90 * DAY_MS, maxEntries: 10_000 },
  readings: { maxAgeMs: 7 * DAY_MS, maxEntries: 40_000 },
  hours: { maxAgeMs: 30 * DAY_MS, maxEntries: 20_000 },
};

// Not one by one: room is made for a while.
const KEPT_SHARE = 0.9;

/** How many of the oldest entries must go so that there is room again. */
export function surplusOf(count: number, maxEntries: number): number {
  return count > maxEntries ? count - Math.floor(maxEntries * KEPT_SHARE) : 0;
}
