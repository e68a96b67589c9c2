import { hoursOfWeek } from 'foreband-detector';

import type { DetectedSeries } from '../detect/detectedSeries.js';
import type { Note } from '../note.js';

const HOURS_OF_DAY = 24;
const HOURS_OF_WEEK = 168;
const DAY_MS = 86_400_000;
const MIN_SPAN_MS = 14 * DAY_MS;
const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** An hour of the week is closed where so many of its samples are 0, or there is none. */
const CLOSED_SHARE = 0.98;
/** Fewer closed hours are a nightly pause, more a series that is 0 but for a moment. */
const LEAST_CLOSED = 24;
const MOST_CLOSED = 150;
/** Open hours are busy for the most part; else the samples are rare events, which keep no hours. */
const BUSY_SHARE = 0.5;

interface OpenHours {
  /** From Monday on: first open hour and the hour after the last; undefined for a day that is closed. */
  readonly days: ReadonlyArray<readonly [from: number, to: number] | undefined>;
  /** Whether samples are missing outside, and not 0. */
  readonly isMissing: boolean;
}

function openHours({ training, fitted }: DetectedSeries): OpenHours | undefined {
  const { time, y } = training;
  if (time.length === 0 || time[time.length - 1] - time[0] < MIN_SPAN_MS) {
    return undefined;
  }
  const hours = hoursOfWeek(time, fitted.model.options.timeZone);
  const [all, busy] = [new Float64Array(HOURS_OF_WEEK), new Float64Array(HOURS_OF_WEEK)];
  for (let row = 0; row < time.length; row++) {
    if (Number.isFinite(y[row])) {
      all[hours[row]]++;
      busy[hours[row]] += y[row] === 0 ? 0 : 1;
    }
  }
  const isOpen = Array.from(all, (count, hour) => count > 0 && busy[hour] > (1 - CLOSED_SHARE) * count);
  const nClosed = isOpen.filter((open) => !open).length;
  const over = (column: Float64Array) => column.reduce((sum, count, hour) => sum + (isOpen[hour] ? count : 0), 0);
  if (nClosed < LEAST_CLOSED || nClosed > MOST_CLOSED || over(busy) < BUSY_SHARE * over(all)) {
    return undefined;
  }
  const days = DAYS.map((_, day) => {
    const ofDay = isOpen.slice(day * HOURS_OF_DAY, (day + 1) * HOURS_OF_DAY);
    return ofDay.includes(true) ? ([ofDay.indexOf(true), ofDay.lastIndexOf(true) + 1] as const) : undefined;
  });
  return { days, isMissing: isOpen.some((open, hour) => !open && all[hour] === 0) };
}

const clock = (hour: number) => `${String(hour).padStart(2, '0')}:00`;

function daysText({ days }: OpenHours): string {
  const texts: string[] = [];
  for (let day = 0; day < days.length; day++) {
    const open = days[day];
    if (open === undefined) {
      continue;
    }
    const first = day;
    while (days[day + 1]?.[0] === open[0] && days[day + 1]?.[1] === open[1]) {
      day++;
    }
    const name = first === day ? DAYS[day] : `${DAYS[first]} to ${DAYS[day]}`;
    texts.push(`${name} ${clock(open[0])} to ${clock(open[1])}`);
  }
  return texts.join(', ');
}

/** Says at which hours a series is never busy, and how to leave them out; undefined where it has no such hours. */
export function closedHoursNote(detected: DetectedSeries): Note | undefined {
  const open = openHours(detected);
  if (open === undefined) {
    return undefined;
  }
  const { timeZone } = detected.fitted.model.options;
  const what = open.isMissing ? 'No samples come' : 'The samples are 0';
  const from = Math.min(...open.days.map((hours) => hours?.[0] ?? HOURS_OF_DAY));
  const to = Math.max(...open.days.map((hours) => hours?.[1] ?? 0));
  return {
    severity: 'info',
    text: `${what} but on ${daysText(open)} (${timeZone}). Silence at other hours is normal here, and anything else an anomaly. To score those hours alone, end the query with "and on() (hour() >= ${from} < ${to})", which counts in UTC.`,
  };
}
