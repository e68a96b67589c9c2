import { createZoneClock } from './zoneClock.js';

const HOUR = 3_600_000;
const HOURS_A_WEEK = 7 * 24;

// 1 January 1970 was a Thursday; weeks begin on Monday.
const FIRST_MONDAY = -3 * 24 * HOUR;

/**
 * The hour of the week that a clock on the wall showed, 0 to 167: Monday at midnight is 0.
 * @param time epoch milliseconds, in any order.
 * @param timeZone IANA name. Default 'UTC'.
 * @throws RangeError for a time zone the browser does not know.
 */
export function hoursOfWeek(time: Float64Array, timeZone = 'UTC'): Int32Array {
  const localTime = createZoneClock(timeZone);
  return Int32Array.from(time, (moment) => {
    const hour = Math.floor((localTime(moment) - FIRST_MONDAY) / HOUR) % HOURS_A_WEEK;
    return hour < 0 ? hour + HOURS_A_WEEK : hour;
  });
}
