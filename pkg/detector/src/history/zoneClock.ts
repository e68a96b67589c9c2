const DAY = 86_400_000;
const QUARTER = 900_000;

/**
 * A function that reads the clock on the wall: it turns epoch milliseconds into the milliseconds that a UTC clock would
 * show if its hands stood alike. Made for many times: the offset is asked for once a day, and once a quarter of an hour
 * on the days on which it changes.
 * @param timeZone IANA name, such as `Europe/Berlin` or `UTC`.
 * @throws RangeError for a name the browser does not know.
 */
export function createZoneClock(timeZone: string): (time: number) => number {
  const offsetAt = createOffset(timeZone);
  const offsets = new Map<number, number>();
  const remember = (time: number) => {
    const known = offsets.get(time);
    if (known !== undefined) {
      return known;
    }
    const offset = offsetAt(time);
    offsets.set(time, offset);
    return offset;
  };
  return (time) => {
    const day = Math.floor(time / DAY) * DAY;
    const offset = remember(day);
    return time + (offset === remember(day + DAY) ? offset : remember(Math.floor(time / QUARTER) * QUARTER));
  };
}

function createOffset(timeZone: string): (time: number) => number {
  const format = createFormat(timeZone);
  return (time) => {
    const part = Object.fromEntries(format.formatToParts(time).map(({ type, value }) => [type, Number(value)]));
    return Date.UTC(part.year, part.month - 1, part.day, part.hour, part.minute, part.second) - time;
  };
}

function createFormat(timeZone: string): Intl.DateTimeFormat {
  const numeric = 'numeric';
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: numeric,
      month: numeric,
      day: numeric,
      hour: numeric,
      minute: numeric,
      second: numeric,
    });
  } catch {
    throw new RangeError(`invalid timeZone: ${timeZone} (expected an IANA name, such as Europe/Berlin)`);
  }
}
