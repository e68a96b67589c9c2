/** On which days a window is: all by the clock on the wall. */
export type Recurrence =
  /** Days of the week, 0 for Sunday. */
  | { readonly kind: 'weekly'; readonly weekdays: readonly number[] }
  /** A day of every month that has it, 1 to 31, or its last. */
  | { readonly kind: 'dayOfMonth'; readonly day: number | 'last' }
  /** One weekday of every month that has it: the first to the fifth, or the last. */
  | { readonly kind: 'weekdayOfMonth'; readonly weekday: number; readonly nth: number | 'last' };

/** Hours that return and are neither fitted nor flagged. */
export interface MaintenanceWindow {
  readonly when: Recurrence;
  /** Milliseconds since midnight, by the clock on the wall. */
  readonly startMs: number;
  /** The same, later than the start: above 24 h where it ends on the next day. */
  readonly endMs: number;
  /** What it is for; empty where nobody said. */
  readonly name: string;
}

const DAY_MS = 86_400_000;
const MOST_WINDOWS = 100;

const FORMS =
  'days and hours as "Sun 02:00 to 04:00", "Mon to Fri 22:00 to 23:30 Backup", "daily 03:00 to 03:30", "1st 02:00 to 06:00", "last day 22:00 to 02:00", "2nd Tue 20:00 to 24:00"';

const LINE = /^(?<when>\S.*?)\s+(?<start>\d\d?:\d\d)\s+to\s+(?<end>\d\d?:\d\d)(?:\s+(?<name>\S.*))?$/;

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

function weekdayOf(text: string): number | undefined {
  const word = text.trim().toLowerCase();
  const weekday = word.length < 3 ? -1 : WEEKDAYS.findIndex((name) => name.startsWith(word));
  return weekday < 0 ? undefined : weekday;
}

/** `Mon` or `Mon to Fri`; over the end of the week too. */
function weekdaysOf(text: string): readonly number[] | undefined {
  const [first, last, ...rest] = text.split(/\s+to\s+/i).map(weekdayOf);
  if (first === undefined || rest.length > 0 || (last === undefined && /\s+to\s+/i.test(text))) {
    return undefined;
  }
  const nDays = (((last ?? first) - first + 7) % 7) + 1;
  return Array.from({ length: nDays }, (_, offset) => (first + offset) % 7);
}

/** `1st`, `22nd` or `last`, from 1 to `most`. */
function ordinalOf(text: string, most: number): number | 'last' | undefined {
  const [, digits] = /^(\d\d?)(?:st|nd|rd|th)$/i.exec(text) ?? [];
  const place = Number(digits);
  return /^last$/i.test(text) ? 'last' : place >= 1 && place <= most ? place : undefined;
}

function monthlyOf(text: string): Recurrence | undefined {
  const [first, second, ...rest] = text.split(/\s+/);
  if (rest.length > 0) {
    return undefined;
  }
  if (second === undefined || /^day$/i.test(second)) {
    const day = ordinalOf(first, 31);
    const isWhole = day !== undefined && (day !== 'last' || second !== undefined);
    return isWhole ? { kind: 'dayOfMonth', day } : undefined;
  }
  const [nth, weekday] = [ordinalOf(first, 5), weekdayOf(second)];
  return nth === undefined || weekday === undefined ? undefined : { kind: 'weekdayOfMonth', nth, weekday };
}

function recurrenceOf(text: string): Recurrence | undefined {
  if (/^daily$/i.test(text)) {
    return { kind: 'weekly', weekdays: [0, 1, 2, 3, 4, 5, 6] };
  }
  const parts = text.split(',').map((part) => weekdaysOf(part.trim()));
  return parts.every((part) => part !== undefined)
    ? { kind: 'weekly', weekdays: [...new Set(parts.flat())] }
    : monthlyOf(text);
}

/** Milliseconds since midnight; NaN for a time that does not exist. */
function timeOfDay(text: string): number {
  const [hours, minutes] = text.split(':').map(Number);
  const isTime = (hours < 24 && minutes < 60) || (hours === 24 && minutes === 0);
  return isTime ? (60 * hours + minutes) * 60_000 : NaN;
}

function windowOf(line: string): MaintenanceWindow | undefined {
  const { when: days = '', start = '', end = '', name = '' } = LINE.exec(line)?.groups ?? {};
  const when = recurrenceOf(days);
  const [startMs, endOfDay] = [timeOfDay(start), timeOfDay(end)];
  const endMs = endOfDay > startMs ? endOfDay : endOfDay + DAY_MS;
  const isUsable = when !== undefined && endOfDay !== startMs && startMs < DAY_MS && Number.isFinite(endMs);
  return isUsable ? { when, startMs, endMs, name } : undefined;
}

/**
 * Maintenance windows as somebody types them, one a line; empty lines and those that begin with # say nothing. One that ends
 * before it begins ends on the next day.
 * @throws RangeError that names the line, or says that there are too many.
 */
export function parseMaintenance(text: string): readonly MaintenanceWindow[] {
  const windows = text.split(/\r?\n/).flatMap((whole, index) => {
    const line = whole.trim();
    if (line === '' || line.startsWith('#')) {
      return [];
    }
    const found = windowOf(line);
    if (found === undefined) {
      throw new RangeError(`invalid maintenance, line ${index + 1}: "${line.slice(0, 80)}" (expected ${FORMS})`);
    }
    return [found];
  });
  if (windows.length > MOST_WINDOWS) {
    throw new RangeError(`invalid maintenance: ${windows.length} windows (expected at most ${MOST_WINDOWS})`);
  }
  return windows;
}
