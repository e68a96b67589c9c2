import { dateTimeFormat, type TimeZone } from '@grafana/data';

/** A time as the dashboard writes it. */
export function formatTime(time: number, timeZone: TimeZone): string {
  return dateTimeFormat(time, { timeZone });
}

const DAY_MS = 86_400_000;

/** The time of day of a moment less than a day from the present, else with its date. */
export function formatClock(time: number, now: number, timeZone: TimeZone): string {
  return dateTimeFormat(time, { timeZone, format: Math.abs(now - time) < DAY_MS ? 'HH:mm' : 'YYYY-MM-DD HH:mm' });
}

/** A stretch of time, its end without the date where that is the same day. */
export function formatSpan(start: number, end: number, timeZone: TimeZone): string {
  if (start === end) {
    return formatTime(start, timeZone);
  }
  const dayOf = (time: number) => dateTimeFormat(time, { timeZone, format: 'YYYY-MM-DD' });
  const format = dayOf(start) === dayOf(end) ? 'HH:mm' : undefined;
  return `${formatTime(start, timeZone)} to ${dateTimeFormat(end, { timeZone, format })}`;
}
