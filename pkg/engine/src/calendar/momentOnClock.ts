import { createZoneClock } from 'foreband-detector';

/**
 * The moment at which the clock of a time zone shows a time.
 * @param shown what the clock shows, in the milliseconds at which a UTC clock would show the same.
 * @returns epoch ms; of a time that the clock shows twice one of the two, of one it leaves out one close by.
 * @throws RangeError for a zone the browser does not know.
 */
export function momentOnClock(shown: number, timeZone: string): number {
  const clock = createZoneClock(timeZone);
  const near = shown - (clock(shown) - shown);
  return shown - (clock(near) - near);
}
