const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

const daysOfMonths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** The start of a day in UTC, epoch milliseconds; NaN for a day that does not exist, such as the 30th of February. */
export function dayMs(year: number, month: number, day: number): number {
  const nDays = month === 2 && isLeapYear(year) ? 29 : (daysOfMonths[month - 1] ?? 0);
  return day >= 1 && day <= nDays ? Date.UTC(year, month - 1, day) : NaN;
}

/**
 * A time of day, milliseconds; NaN for one that does not exist, such as 24:01.
 * @param fraction of the second, its digits.
 */
export function clockMs(hour: number, minute: string, second = '0', fraction = '0'): number {
  const isReal = hour < 24 && Number(minute) < 60 && Number(second) < 60;
  // A millisecond that is written out must not be lost to rounding.
  const ms = Math.floor(Number(`0.${fraction}`) * SECOND + 1e-6);
  return isReal ? hour * HOUR + Number(minute) * MINUTE + Number(second) * SECOND + ms : NaN;
}

/** How far a zone is ahead of UTC, milliseconds: `Z`, `UTC`, `GMT` and none at all are 0, `+01:00` and `+01` an hour. */
export function zoneMs(zone: string | undefined): number {
  if (zone === undefined || /^(Z|UTC|GMT)$/i.test(zone)) {
    return 0;
  }
  const digits = zone.slice(1).replace(':', '');
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2) || '0');
  return (zone.startsWith('-') ? -minutes : minutes) * MINUTE;
}
