import type { TimeSpan } from 'foreband-detector';

import { zoneClock } from './zoneClock.js';

const DAY_MS = 86_400_000;

interface Moments {
  /** Those at which the clock shows the time: two where it is set back over it, none where it is set forward over it. */
  readonly shown: readonly number[];
  /** When it would have been shown had the clock not been changed. */
  readonly unchanged: number;
}

function momentsAt(clock: (time: number) => number, shown: number): Moments {
  // A day is farther than any zone is from UTC, and clocks are not changed twice in two days.
  const [before, after] = [shown - DAY_MS, shown + DAY_MS].map((near) => shown - (clock(near) - near));
  return { shown: [before, after].filter((moment) => clock(moment) === shown), unchanged: before };
}

/**
 * The stretch of time from when the clock of a time zone shows one time until it shows another. Of times that it shows twice
 * the first begins and the second ends it; one that begins in an hour left out is as long as ever.
 * @param shown in the milliseconds at which a UTC clock would show the same.
 * @returns epoch ms.
 * @throws RangeError for a zone the browser does not know.
 */
export function spanOnClock(shown: TimeSpan, timeZone: string): TimeSpan {
  const clock = zoneClock(timeZone);
  const [first, last] = [momentsAt(clock, shown.start), momentsAt(clock, shown.end)];
  if (first.shown.length === 0) {
    return { start: first.unchanged, end: first.unchanged + shown.end - shown.start };
  }
  return {
    start: Math.min(...first.shown),
    end: last.shown.length === 0 ? last.unchanged : Math.max(...last.shown),
  };
}
