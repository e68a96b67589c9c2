import { clockMs, dayMs, zoneMs } from './dayAndClock.js';

/** A moment as people write it, epoch milliseconds by either order of day and month; NaN where that is no date. */
export interface LocalTime {
  readonly dayFirst: number;
  readonly monthFirst: number;
}

// Three numbers with the same sign between them, then a time of 12 or 24 hours: 11/9/2026, 9:05 PM and 09.11.2026 21:05.
const LOCAL =
  /^(\d{1,4})([./-])\s?(\d{1,2})\2\s?(\d{1,4})\.?(?:(?:,\s?|\s|T)\s?(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(?:\s?([ap])\.?m\.?)?\s?(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?)?$/i;

function hourOf(hour: string, half: string | undefined): number {
  const number = Number(hour);
  if (half === undefined) {
    return number;
  }
  return number > 12 ? NaN : (number % 12) + (/p/i.test(half) ? 12 : 0);
}

// A year of two digits is one of this century; with dashes it could as well stand first.
function yearOf(digits: string, sign: string): number {
  return digits.length === 4 ? Number(digits) : digits.length === 2 && sign !== '-' ? 2000 + Number(digits) : NaN;
}

/**
 * A moment such as `11/9/2026, 9:05 PM`, `09.11.2026 21:05` or `2026/11/09`; undefined for any other text. Dates with points
 * have the day first. Without a zone it is UTC, as in ISO 8601.
 */
export function parseLocalTime(text: string): LocalTime | undefined {
  const match = LOCAL.exec(text);
  if (match === null) {
    return undefined;
  }
  const [, one, sign, two, three, hour = '0', minute = '0', second, fraction, half, zone] = match;
  const clock = clockMs(hourOf(hour, half), minute, second, fraction) - zoneMs(zone);
  if (one.length === 4) {
    const moment = dayMs(Number(one), Number(two), Number(three)) + clock;
    return { dayFirst: moment, monthFirst: moment };
  }
  const year = yearOf(three, sign);
  const dayFirst = dayMs(year, Number(two), Number(one)) + clock;
  const monthFirst = sign === '.' ? NaN : dayMs(year, Number(one), Number(two)) + clock;
  return one.length > 2 ? undefined : { dayFirst, monthFirst };
}

const CLOCK = /^\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?(?:\s?[ap]\.?m\.?)?$/i;

/** Whether a text is a time of day without a date, for instance `21:05` or `9:05:00 PM`. */
export function isClock(text: string): boolean {
  return CLOCK.test(text);
}
