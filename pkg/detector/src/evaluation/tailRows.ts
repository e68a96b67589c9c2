import { bisectLeft, bisectRight } from 'd3-array';

import type { TimeSpan } from '../series/timeSpan.js';

/** How long after an event its incident may go on, milliseconds: at the next midnight a refit knows what has stayed. */
const MAX_TAIL_MS = 24 * 3_600_000;

/**
 * The rows in which an incident that opened within an event goes on after it, for at most a day: nobody is told anything
 * there that the page of the event has not told.
 * @param time epoch milliseconds, ascending.
 * @param incidents of the detection, in order of time.
 * @param isInside 1 for the rows in which an incident may open rightly, else 0.
 * @returns 1 for such rows, else 0.
 */
export function tailRows(time: Float64Array, incidents: readonly TimeSpan[], isInside: Uint8Array): Uint8Array {
  const tails = new Uint8Array(time.length);
  for (const { start, end } of incidents) {
    let inside = bisectLeft(time, start);
    if (isInside[inside] !== 1) {
      continue;
    }
    for (let row = inside; row < bisectRight(time, end); row++) {
      if (isInside[row] === 1) {
        inside = row;
      } else if (time[row] - time[inside] <= MAX_TAIL_MS) {
        tails[row] = 1;
      }
    }
  }
  return tails;
}
