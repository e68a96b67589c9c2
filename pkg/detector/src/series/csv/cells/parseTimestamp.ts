import { clockMs, dayMs, zoneMs } from './dayAndClock.js';

// Date, time, fraction, zone; the zone may be left out and a space may stand for the T, as RFC 3339 allows.
const ISO_8601 =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s?(Z|UTC|[+-]\d{2}(?::?\d{2})?)?)?$/i;

const EPOCH = /^\d+(\.\d+)?$/;

/**
 * A moment in ISO 8601, as epoch milliseconds; NaN for any other text and for dates that do not exist. Without a zone
 * it is UTC: the same file must mean the same everywhere.
 */
export function parseIso8601(text: string): number {
  const match = ISO_8601.exec(text);
  if (match === null) {
    return NaN;
  }
  const [, year, month, day, hour = '0', minute = '0', second, fraction, zone] = match;
  const clock = clockMs(Number(hour), minute, second, fraction);
  return dayMs(Number(year), Number(month), Number(day)) + clock - zoneMs(zone);
}

/** A number of seconds or milliseconds since 1970, as it stands; NaN for any other text. */
export function parseEpoch(text: string): number {
  return EPOCH.test(text) ? Number(text) : NaN;
}

// As seconds this is the year 5138, as milliseconds 1973.
const FIRST_MILLISECONDS = 1e11;

/** Whether a file's numbers are seconds or milliseconds, by the largest of them. */
export function epochUnitOf(largest: number): 'epochSeconds' | 'epochMilliseconds' {
  return largest < FIRST_MILLISECONDS ? 'epochSeconds' : 'epochMilliseconds';
}
