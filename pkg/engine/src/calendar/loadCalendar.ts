import type { Holiday } from 'prophet-wasm';

import type { Calendar, CalendarRows, CalendarSettings } from './calendar.js';
import type { Region } from './nationalHolidays.js';

/** The most holidays and events in the time at hand. */
const MAX_ROWS = 2000;

// Each name, and each day of a window, is an effect that is fitted: a model of hundreds would take seconds to fit.
const MAX_EFFECTS = 100;

function effectOf(row: Holiday): string[] {
  if (!('day' in row)) {
    return [`${row.name} hours`];
  }
  const { name, lowerWindow = 0, upperWindow = 0 } = row;
  return Array.from({ length: upperWindow - lowerWindow + 1 }, (_, offset) => `${name} ${lowerWindow + offset}`);
}

function limited(rows: CalendarRows): CalendarRows {
  if (rows.length > MAX_ROWS) {
    throw new RangeError(
      `too many holidays and events: ${rows.length} in the training window and the forecast (expected at most ${MAX_ROWS}: shorten the window or leave events out)`,
    );
  }
  const nEffects = new Set(rows.flatMap(effectOf)).size;
  if (nEffects > MAX_EFFECTS) {
    throw new RangeError(
      `too many different holidays and events: ${nEffects} in the training window and the forecast (expected at most ${MAX_EFFECTS}: give those that are alike one name)`,
    );
  }
  return rows;
}

async function nationalPart(settings: CalendarSettings): Promise<Calendar> {
  if (settings.holidayRegion === '') {
    return () => [];
  }
  const { nationalHolidays } = await import(/* webpackChunkName: "holidays" */ './nationalHolidays.js');
  return nationalHolidays(settings);
}

async function eventPart({ events, timeZone }: CalendarSettings): Promise<Calendar> {
  if (events.trim() === '') {
    return () => [];
  }
  if (/^\s*BEGIN:VCALENDAR/i.test(events)) {
    const { iCalendarEvents } = await import(/* webpackChunkName: "icalendar" */ './iCalendarEvents.js');
    return iCalendarEvents(events, timeZone);
  }
  const { eventLines } = await import(/* webpackChunkName: "events" */ './eventLines.js');
  return eventLines(events, timeZone);
}

async function load(settings: CalendarSettings): Promise<Calendar> {
  const [national, events] = await Promise.all([nationalPart(settings), eventPart(settings)]);
  return (span) => limited([...national(span), ...events(span)]);
}

/** Every country, state and region whose holidays are known, by name. */
export async function loadRegions(): Promise<readonly Region[]> {
  const { holidayRegions } = await import(/* webpackChunkName: "holidays" */ './nationalHolidays.js');
  return holidayRegions();
}

/** Tells the calendars of settings apart. */
export function calendarKey({ holidayRegion, holidayEffect, events, timeZone }: CalendarSettings): string {
  return JSON.stringify([holidayRegion, holidayEffect, timeZone, events]);
}

const MAX_KEPT = 8;
const kept = new Map<string, Calendar>();

/** The calendar of settings that has been loaded before. */
export function knownCalendar(settings: CalendarSettings): Calendar | undefined {
  return kept.get(calendarKey(settings));
}

/**
 * The holidays and events of settings. The lists of the world's holidays and the parser of iCalendar are loaded when they are
 * first needed.
 * @throws RangeError for a region that is not known, and events that cannot be read; it names the line or the event.
 */
export async function loadCalendar(settings: CalendarSettings): Promise<Calendar> {
  const known = knownCalendar(settings);
  if (known !== undefined) {
    return known;
  }
  const calendar = await load(settings);
  kept.set(calendarKey(settings), calendar);
  const [oldest] = kept.keys();
  if (kept.size > MAX_KEPT && oldest !== undefined) {
    kept.delete(oldest);
  }
  return calendar;
}
