import type { TimeSpan } from 'foreband-detector';
import type { Holiday } from 'prophet-wasm';

import { daysAround, type Calendar } from './calendar.js';
import { momentOnClock } from './momentOnClock.js';

const DAY_MS = 86_400_000;
const MAX_DAYS = 366;
const MAX_WINDOW = 30;

const FORMS =
  'a day and a name as "2026-12-24 Christmas Eve", days as "2026-12-24 to 2026-12-26 Christmas", hours as "2026-12-01 18:00 to 20:00 Backup"';

const LINE =
  /^(?<day>\d{4}-\d\d-\d\d)(?:[T ](?<time>\d\d?:\d\d))?(?:\s+to\s+(?:(?<lastDay>\d{4}-\d\d-\d\d)(?:[T ](?<endTime>\d\d?:\d\d))?|(?<sameDay>\d\d?:\d\d)))?(?:\s+(?<before>-\d+))?(?:\s+\+(?<after>\d+))?\s+(?<name>\S.*)$/;

/** Epoch ms of the UTC midnight that begins a day; NaN for one that does not exist. */
function midnight(day: string): number {
  const time = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== day ? NaN : time;
}

/** Milliseconds since midnight; NaN for a time that does not exist. */
function timeOfDay(text: string): number {
  const [hours, minutes] = text.split(':').map(Number);
  const isTime = (hours < 24 && minutes < 60) || (hours === 24 && minutes === 0);
  return isTime ? (60 * hours + minutes) * 60_000 : NaN;
}

type Parts = Readonly<Record<string, string | undefined>>;

function dayRows(parts: Parts, name: string): Holiday[] | undefined {
  const { day = '', lastDay = day, before, after } = parts;
  const [first, last] = [midnight(day), midnight(lastDay)];
  const nDays = (last - first) / DAY_MS + 1;
  const [lowerWindow, upperWindow] = [Number(before ?? 0), Number(after ?? 0)];
  const hasWindow = before !== undefined || after !== undefined;
  const isUsable =
    nDays >= 1 &&
    nDays <= MAX_DAYS &&
    lowerWindow >= -MAX_WINDOW &&
    upperWindow <= MAX_WINDOW &&
    !(hasWindow && nDays > 1);
  if (!isUsable) {
    return undefined;
  }
  return Array.from({ length: nDays }, (_, offset): Holiday => {
    const own = new Date(first + offset * DAY_MS).toISOString().slice(0, 10);
    return hasWindow ? { name, day: own, lowerWindow, upperWindow } : { name, day: own };
  });
}

function hourRows(parts: Parts, name: string, timeZone: string): Holiday[] | undefined {
  const { day = '', time = '', lastDay = day, endTime = parts.sameDay, before, after } = parts;
  const start = midnight(day) + timeOfDay(time);
  const end = midnight(lastDay) + timeOfDay(endTime ?? '');
  return end > start && before === undefined && after === undefined
    ? [{ name, start: momentOnClock(start, timeZone), end: momentOnClock(end, timeZone) }]
    : undefined;
}

function rowsOfLine(line: string, timeZone: string): Holiday[] | undefined {
  const parts = LINE.exec(line)?.groups;
  if (parts?.name === undefined) {
    return undefined;
  }
  const hasHours = [parts.time, parts.endTime, parts.sameDay].some((part) => part !== undefined);
  return hasHours ? hourRows(parts, parts.name.trim(), timeZone) : dayRows(parts, parts.name.trim());
}

function touches(row: Holiday, span: TimeSpan): boolean {
  if (!('day' in row)) {
    return row.start <= span.end && row.end > span.start;
  }
  const around = {
    start: span.start - (row.upperWindow ?? 0) * DAY_MS,
    end: span.end - (row.lowerWindow ?? 0) * DAY_MS,
  };
  const { first, last } = daysAround(around);
  return row.day >= first && row.day <= last;
}

/**
 * Events as somebody types them, one a line; empty lines and those that begin with # say nothing. Events of one name share
 * one effect.
 * @param timeZone whose clock shows the hours.
 * @throws RangeError that names the line.
 */
export function eventLines(text: string, timeZone: string): Calendar {
  const rows = text.split(/\r?\n/).flatMap((whole, index) => {
    const line = whole.trim();
    if (line === '' || line.startsWith('#')) {
      return [];
    }
    const found = rowsOfLine(line, timeZone);
    if (found === undefined) {
      throw new RangeError(`invalid events, line ${index + 1}: "${line.slice(0, 80)}" (expected ${FORMS})`);
    }
    return found;
  });
  return (span) => rows.filter((row) => touches(row, span));
}
