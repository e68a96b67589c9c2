import { invalid } from '../invalid.js';
import { MAX_TIME } from '../options/limits.js';

const DAY_MS = 86_400_000;
/** Every zone of the world stands still for at least this long on either side of a change. */
const MINUTE_MS = 60_000;

const CLOCK = {
  calendar: 'gregory',
  numberingSystem: 'latn',
  hourCycle: 'h23',
  era: 'short',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
} as const;

/** Civil time by epoch time: what the clock on the wall shows, as if it were UTC. Both in milliseconds. */
export type CivilClock = (time: number) => number;

// Made once a zone: making one takes longer than a fit, and it remembers what it has looked up.
const clocks = new Map<string, CivilClock>([['UTC', (time) => time]]);

/**
 * The clock of a time zone.
 * @throws RangeError for a name that the engine does not know.
 */
export function civilClock(timeZone: string): CivilClock {
  const known = clocks.get(timeZone) ?? createClock(timeZone);
  clocks.set(timeZone, known);
  return known;
}

/**
 * Checks the name of a time zone.
 * @throws RangeError for one that the engine does not know.
 */
export function checkTimeZone(timeZone: string): string {
  civilClock(timeZone);
  return timeZone;
}

/**
 * The times of a column as the clock shows them; the column itself where the clock shows UTC.
 * @param time Epoch milliseconds.
 */
export function civilTimes(time: Float64Array, timeZone: string): Float64Array {
  return timeZone === 'UTC' ? time : time.map(civilClock(timeZone));
}

/** Asks the engine once a day, and where the day's ends disagree, looks for the minute of the change. */
function createClock(timeZone: string): CivilClock {
  const format = createFormat(timeZone);
  const offsetAt = (time: number) => {
    const within = Math.min(Math.max(time, -MAX_TIME), MAX_TIME);
    return civilTimeOf(format, within) - within;
  };
  const days = new Map<number, DayOffsets>();
  return (time) => {
    const day = Math.floor(time / DAY_MS);
    const offsets = days.get(day) ?? findChange(offsetAt, day * DAY_MS);
    days.set(day, offsets);
    return time + (time < offsets.changeAt ? offsets.before : offsets.after);
  };
}

function createFormat(timeZone: unknown): Intl.DateTimeFormat {
  try {
    if (typeof timeZone === 'string' && timeZone !== '') {
      return new Intl.DateTimeFormat('en-US', { timeZone, ...CLOCK });
    }
  } catch {
    // The engine throws for a name that it does not know.
  }
  throw invalid('timeZone', timeZone, 'an IANA name such as Europe/Berlin');
}

/** The offsets of a UTC day, and when the one follows the other. */
interface DayOffsets {
  readonly before: number;
  readonly after: number;
  readonly changeAt: number;
}

function findChange(offsetAt: (time: number) => number, start: number): DayOffsets {
  const before = offsetAt(start);
  const after = offsetAt(start + DAY_MS);
  let low = start;
  let high = start + DAY_MS;
  while (before !== after && high - low > MINUTE_MS) {
    const middle = low + Math.floor((high - low) / (2 * MINUTE_MS)) * MINUTE_MS;
    if (offsetAt(middle) === before) {
      low = middle;
    } else {
      high = middle;
    }
  }
  return { before, after, changeAt: high };
}

function civilTimeOf(format: Intl.DateTimeFormat, time: number): number {
  const parts = new Map(format.formatToParts(time).map(({ type, value }) => [type, value]));
  const number = (type: Intl.DateTimeFormatPartTypes) => Number(parts.get(type));
  const year = parts.get('era') === 'BC' ? 1 - number('year') : number('year');
  const civil = new Date(0);
  civil.setUTCFullYear(year, number('month') - 1, number('day'));
  civil.setUTCHours(number('hour'), number('minute'), number('second'));
  // The format has no fractions of a second.
  return civil.getTime() + (((time % 1000) + 1000) % 1000);
}
