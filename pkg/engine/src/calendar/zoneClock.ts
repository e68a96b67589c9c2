import { createZoneClock } from 'foreband-detector';

// A clock knows the offsets of the days it was asked for, and costs more to make than to read.
const clocks = new Map<string, (time: number) => number>();

/**
 * Clock on the wall of a time zone, as `createZoneClock` of the detector; one a zone.
 * @throws RangeError for a name the browser does not know.
 */
export function zoneClock(timeZone: string): (time: number) => number {
  const clock = clocks.get(timeZone) ?? createZoneClock(timeZone);
  clocks.set(timeZone, clock);
  return clock;
}
