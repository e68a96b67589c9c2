import type { TimeSpan } from 'foreband-detector';
import ICAL from 'ical.js';
import type { Holiday } from 'prophet-wasm';

import { daysAround, type Calendar } from './calendar.js';
import { momentOnClock } from './momentOnClock.js';
import { isRepetition } from './repetition.js';

const DAY_MS = 86_400_000;

// An event that lasts longer is no event any more.
const MAX_DAYS = 366;

// Repetitions are counted from the first one: those long before the time at hand are passed over one by one.
const MAX_PASSED = 20_000;

function titleOf(event: ICAL.Event): string {
  const summary = String(event.summary ?? '').trim();
  return summary === '' ? 'Event' : summary;
}

function problem(event: ICAL.Event, text: string): RangeError {
  return new RangeError(`invalid events: the event "${titleOf(event).slice(0, 80)}" ${text}`);
}

function isKnownZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** The name of the zone in which a property of an event stands; empty for UTC and for none. */
function zoneOf({ component }: ICAL.Event, name: 'dtstart' | 'dtend'): string {
  const zone: unknown = component.getFirstProperty(name)?.getParameter('tzid');
  return typeof zone === 'string' ? zone : '';
}

/** Epoch ms: of a zone the browser knows by its rules, of another by the calendar's own, of none by those of `timeZone`. */
function momentOf(time: ICAL.Time, zone: string, timeZone: string): number {
  const isFloating = time.zone.tzid === 'floating';
  if (!isFloating && !isKnownZone(zone)) {
    return time.toUnixTime() * 1000;
  }
  const shown = Date.UTC(time.year, time.month - 1, time.day, time.hour, time.minute, time.second);
  return momentOnClock(shown, isKnownZone(zone) ? zone : timeZone);
}

const dayText = (time: ICAL.Time) => time.toString().slice(0, 10);

interface Occurrence {
  readonly event: ICAL.Event;
  readonly start: ICAL.Time;
  readonly end: ICAL.Time;
}

function dayRows({ event, start, end }: Occurrence): Holiday[] {
  const first = Date.parse(`${dayText(start)}T00:00:00Z`);
  const nDays = Math.max(1, (Date.parse(`${dayText(end)}T00:00:00Z`) - first) / DAY_MS);
  return Array.from({ length: Math.min(nDays, MAX_DAYS) }, (_, offset) => ({
    name: titleOf(event),
    day: new Date(first + offset * DAY_MS).toISOString().slice(0, 10),
  }));
}

function rowsOf(occurrence: Occurrence, timeZone: string): Holiday[] {
  const { event, start, end } = occurrence;
  if (start.isDate) {
    return dayRows(occurrence);
  }
  const zone = zoneOf(event, 'dtstart');
  const row = {
    name: titleOf(event),
    start: momentOf(start, zone, timeZone),
    end: momentOf(end, zoneOf(event, 'dtend') || zone, timeZone),
  };
  // A moment without length, as some calendars write reminders, marks no sample.
  return row.end > row.start ? [row] : [];
}

function touches(row: Holiday, { start, end }: TimeSpan, { first, last }: ReturnType<typeof daysAround>): boolean {
  return 'day' in row ? row.day >= first && row.day <= last : row.start <= end && row.end > start;
}

function requireRepetition(event: ICAL.Event): void {
  for (const property of event.component.getAllProperties('rrule')) {
    const rule = property.getFirstValue();
    if (!(rule instanceof ICAL.Recur) || !isRepetition(rule)) {
      throw problem(event, `repeats by a rule that is not understood: ${String(rule).slice(0, 80)}`);
    }
  }
}

/** Every occurrence up to a day, the days that are excepted or moved taken into account. */
function repeated(event: ICAL.Event, lastDay: string): Occurrence[] {
  const occurrences: Occurrence[] = [];
  const iterator = event.iterator();
  for (let next = iterator.next(); next !== undefined && next !== null; next = iterator.next()) {
    if (dayText(next) > lastDay) {
      return occurrences;
    }
    const { item, startDate, endDate } = event.getOccurrenceDetails(next);
    occurrences.push({ event: item, start: startDate, end: endDate });
    if (occurrences.length > MAX_PASSED) {
      throw problem(event, `repeats more than ${MAX_PASSED} times: let it begin later`);
    }
  }
  return occurrences;
}

function occurrencesOf(event: ICAL.Event, lastDay: string): Occurrence[] {
  return event.isRecurring() ? repeated(event, lastDay) : [{ event, start: event.startDate, end: event.endDate }];
}

function isCancelled(event: ICAL.Event): boolean {
  return String(event.component.getFirstPropertyValue('status') ?? '').toUpperCase() === 'CANCELLED';
}

function requireStart(event: ICAL.Event): void {
  if (!event.component.hasProperty('dtstart') || !event.startDate.year) {
    throw problem(event, 'has no start');
  }
}

function readCalendar(text: string): ICAL.Component {
  try {
    const parsed: unknown = ICAL.parse(text.trim());
    const first: unknown = Array.isArray(parsed) && Array.isArray(parsed[0]) ? parsed[0] : parsed;
    if (!Array.isArray(first)) {
      throw new RangeError('it is empty');
    }
    return new ICAL.Component(first);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new RangeError(`invalid events: this is no iCalendar text: ${reason}`);
  }
}

function eventsIn(calendar: ICAL.Component): ICAL.Event[] {
  const events = calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));
  const moved = events.filter((event) => event.isRecurrenceException());
  const own = events.filter((event) => !event.isRecurrenceException());
  for (const event of own) {
    requireStart(event);
    requireRepetition(event);
    moved
      .filter(({ uid }) => uid !== null && uid === event.uid)
      .forEach((exception) => event.relateException(exception));
  }
  return own.filter((event) => !isCancelled(event));
}

function expand(events: readonly ICAL.Event[], span: TimeSpan, timeZone: string): Holiday[] {
  const days = daysAround(span);
  return events.flatMap((event) => {
    try {
      return occurrencesOf(event, days.last)
        .flatMap((occurrence) => rowsOf(occurrence, timeZone))
        .filter((row) => touches(row, span, days));
    } catch (error) {
      throw error instanceof RangeError ? error : problem(event, `cannot be read: ${String(error)}`);
    }
  });
}

/**
 * The events of a calendar in the format of iCalendar (RFC 5545), repeated ones as well. Events of one name share one effect.
 * @param timeZone whose clock events without a time zone follow.
 * @throws RangeError that names the event, or the line.
 */
export function iCalendarEvents(text: string, timeZone: string): Calendar {
  const events = eventsIn(readCalendar(text));
  return (span) => expand(events, span, timeZone);
}
