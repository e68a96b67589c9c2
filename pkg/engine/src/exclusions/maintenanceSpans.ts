import type { TimeSpan } from 'foreband-detector';

import { spanOnClock } from '../calendar/spanOnClock.js';
import { zoneClock } from '../calendar/zoneClock.js';

import type { MaintenanceWindow, Recurrence } from '../settings/parseMaintenance.js';

const DAY_MS = 86_400_000;
const WEEK_DAYS = 7;

/** Whether a recurrence falls on a day, given by its midnight on a UTC clock. */
function fallsOn(when: Recurrence, midnight: number): boolean {
  const date = new Date(midnight);
  const day = date.getUTCDate();
  switch (when.kind) {
    case 'weekly':
      return when.weekdays.includes(date.getUTCDay());
    case 'dayOfMonth':
      return when.day === 'last' ? new Date(midnight + DAY_MS).getUTCDate() === 1 : day === when.day;
    case 'weekdayOfMonth': {
      const isLast = new Date(midnight + WEEK_DAYS * DAY_MS).getUTCMonth() !== date.getUTCMonth();
      const isNth = when.nth === 'last' ? isLast : Math.ceil(day / WEEK_DAYS) === when.nth;
      return isNth && date.getUTCDay() === when.weekday;
    }
  }
}

/**
 * The stretches of maintenance that touch a span, by the clock of a time zone through its changes: in no order, and they may
 * overlap. A span without numbers has none.
 * @throws RangeError for a zone the browser does not know.
 */
export function maintenanceSpans(
  windows: readonly MaintenanceWindow[],
  timeZone: string,
  { start, end }: TimeSpan,
): readonly TimeSpan[] {
  if (windows.length === 0 || !(start <= end)) {
    return [];
  }
  const clock = zoneClock(timeZone);
  const midnightOf = (time: number) => Math.floor(clock(time) / DAY_MS) * DAY_MS;
  const found: TimeSpan[] = [];
  // A window may have begun the day before, and changes of the clock move it by some hours.
  for (let midnight = midnightOf(start) - 2 * DAY_MS; midnight <= midnightOf(end) + DAY_MS; midnight += DAY_MS) {
    for (const { when, startMs, endMs } of windows) {
      if (fallsOn(when, midnight)) {
        found.push(spanOnClock({ start: midnight + startMs, end: midnight + endMs }, timeZone));
      }
    }
  }
  return found.filter((span) => span.start <= end && span.end >= start);
}
