import { createZoneClock, type TimeSpan } from 'foreband-detector';
import { type DetectorSettings, type PartialSettings } from 'foreband-engine';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** Name of the events that somebody makes of false alarms: those of one name share their effect. */
const EVENT_NAME = 'Known event';

/** A change of the settings that keeps something known from being flagged again. */
export interface RecurringOffer {
  /** For the reader, as "Exclude every Mon 14:45 to 16:05". */
  readonly text: string;
  /** Its effect, in a sentence. */
  readonly help: string;
  readonly change: PartialSettings;
}

function withLine(text: string, line: string): string {
  return text.trim() === '' ? line : `${text.trimEnd()}\n${line}`;
}

/**
 * The ways to say that a false alarm returns: hours of maintenance on its day of the week, and an event whose effect is
 * fitted; none for what lasts a day or more.
 * @param span from its first to its last sample, epoch ms.
 */
export function recurringOffers(
  span: TimeSpan,
  settings: Pick<DetectorSettings, 'maintenance' | 'events' | 'timeZone' | 'stepMs'>,
): readonly RecurringOffer[] {
  const { maintenance, events, timeZone, stepMs } = settings;
  const clock = createZoneClock(timeZone);
  const shown = (time: number) => new Date(clock(time));
  const start = Math.floor(span.start / MINUTE_MS) * MINUTE_MS;
  const end = Math.max(Math.ceil(span.end / MINUTE_MS) * MINUTE_MS, start + Math.max(stepMs, MINUTE_MS));
  if (end - start >= DAY_MS) {
    return [];
  }
  const [first, last] = [shown(start), shown(end)];
  const [day, lastDay] = [first, last].map((date) => date.toISOString().slice(0, 10));
  const [from, to] = [first, last].map((date) => date.toISOString().slice(11, 16));
  const hours = `${WEEKDAYS[first.getUTCDay()]} ${from} to ${to}`;
  const weekly: RecurringOffer = {
    text: `Exclude every ${hours}`,
    help: 'A maintenance window: these hours of every week are neither fitted nor flagged.',
    change: { maintenance: withLine(maintenance, hours) },
  };
  const event: RecurringOffer = {
    text: 'Name it an event',
    help: `An event called "${EVENT_NAME}": its effect is fitted, and expected wherever another one of that name is entered.`,
    change: { events: withLine(events, `${day} ${from} to ${lastDay} ${to} ${EVENT_NAME}`) },
  };
  const isCalendar = /^\s*BEGIN:VCALENDAR/i.test(events);
  return isCalendar ? [weekly] : [weekly, event];
}
