import { civilClock } from './civilClock.js';

const DAY_MS = 86_400_000;
/** Over a longer time, asking for every day would take longer than the fit of any rows. */
const MOST_MS = 36_525 * DAY_MS;

/**
 * Whether the clock of the time zone never jumps from the first time to the last (ascending), which are no more than a
 * hundred years apart.
 */
export function keepsPace(time: ArrayLike<number>, timeZone: string): boolean {
  return timeZone === 'UTC' || !jumps(time[0], time[time.length - 1], timeZone);
}

function jumps(start: number, end: number, timeZone: string): boolean {
  if (end - start > MOST_MS) {
    return true;
  }
  const clock = civilClock(timeZone);
  const offset = clock(start) - start;
  for (let at = start; at < end; at += DAY_MS) {
    if (clock(at) - at !== offset) {
      return true;
    }
  }
  return clock(end) - end !== offset;
}
