import type { TimeSpan } from 'foreband-detector';

import type { DetectorSettings } from '../settings/settings.js';

import { hasCalendar, type Calendar } from './calendar.js';
import { loadCalendar } from './loadCalendar.js';

const DAY_MS = 86_400_000;

/** A stretch of time, rounded out to whole days: what is found in it changes once a day, and so does the model. */
function wholeDays({ start, end }: TimeSpan): TimeSpan {
  return { start: Math.floor(start / DAY_MS) * DAY_MS, end: Math.ceil(end / DAY_MS) * DAY_MS };
}

/**
 * The settings with the rows of a calendar.
 * @param span all that is fitted to, shown and forecast.
 * @throws RangeError where these are too many.
 */
export function withRows(settings: DetectorSettings, calendar: Calendar, span: TimeSpan): DetectorSettings {
  return { ...settings, calendarRows: calendar(wholeDays(span)) };
}

/** The settings without rows, for those that ask for no calendar. */
export function withoutRows({ calendarRows: _, ...settings }: DetectorSettings): DetectorSettings {
  return settings;
}

/**
 * Looks up the holidays and events that settings ask for.
 * @param span all that is fitted to, shown and forecast.
 * @throws RangeError for a calendar that cannot be read, or holds too much.
 */
export async function withCalendar(settings: DetectorSettings, span: TimeSpan): Promise<DetectorSettings> {
  return hasCalendar(settings) ? withRows(settings, await loadCalendar(settings), span) : withoutRows(settings);
}
