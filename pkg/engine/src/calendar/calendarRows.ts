import type { TimeSpan } from 'foreband-detector';

import { hasCalendar, type Calendar, type CalendarRows, type CalendarSettings } from './calendar.js';
import { loadCalendar } from './loadCalendar.js';

const DAY_MS = 86_400_000;

/** A stretch of time, rounded out to whole days: what is found in it changes once a day, and so does the model. */
function wholeDays({ start, end }: TimeSpan): TimeSpan {
  return { start: Math.floor(start / DAY_MS) * DAY_MS, end: Math.ceil(end / DAY_MS) * DAY_MS };
}

/**
 * The holidays and events of a calendar to fit with.
 * @param span all that is fitted to, shown and forecast.
 * @throws RangeError where these are too many.
 */
export function calendarRows(calendar: Calendar, span: TimeSpan): CalendarRows {
  return calendar(wholeDays(span));
}

/**
 * The holidays and events that settings ask for; none where they ask for none.
 * @param span all that is fitted to, shown and forecast.
 * @throws RangeError for a calendar that cannot be read, or holds too much.
 */
export async function loadCalendarRows(settings: CalendarSettings, span: TimeSpan): Promise<CalendarRows> {
  return hasCalendar(settings) ? calendarRows(await loadCalendar(settings), span) : [];
}
