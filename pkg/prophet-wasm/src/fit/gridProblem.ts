import { civilClock } from '../features/civilClock.js';
import type { Term } from '../features/terms.js';
import type { ResolvedOptions } from '../options/prophetOptions.js';

const DAY_MS = 86_400_000;
/** Over a longer time, asking for every day would take longer than the fit of any rows. */
const MOST_MS = 36_525 * DAY_MS;

/** Whether the kernel can fit rows by the shape of their grid, should they have one: nothing but waves on a steady clock. */
export function isGridProblem(options: ResolvedOptions, terms: readonly Term[], time: ArrayLike<number>): boolean {
  return (
    options.growth !== 'logistic' &&
    terms.every(({ periodMs, column, mode }) => periodMs > 0 && column === null && mode === 'additive') &&
    keepsPace(time, options.timeZone)
  );
}

/**
 * Whether the clock of the time zone never jumps from the first time to the last (ascending), which are no more than a
 * hundred years apart.
 */
export function keepsPace(time: ArrayLike<number>, timeZone: string): boolean {
  return timeZone === 'UTC' || !jumps(time[0], time[time.length - 1], timeZone);
}

function jumps(start: number, end: number, timeZone: string): boolean {
  const clock = civilClock(timeZone);
  if (end - start > MOST_MS) {
    return true;
  }
  const offset = clock(start) - start;
  for (let at = start; at < end; at += DAY_MS) {
    if (clock(at) - at !== offset) {
      return true;
    }
  }
  return clock(end) - end !== offset;
}
