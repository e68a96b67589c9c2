import { isClock, parseLocalTime } from '../cells/parseLocalTime.js';
import { parseEpoch, parseIso8601 } from '../cells/parseTimestamp.js';

/** The columns that hold the time, counted from 0. */
export interface TimeColumns {
  readonly date: number;
  /** A column of times of day, where the other holds the date alone. */
  readonly clock?: number;
}

// English and German, and what databases and libraries call it.
const NAME =
  /^[#@"_\s]*(timestamps?|time[ _]?stamps?|date[ _]?time|time|date|datum|zeit(punkt|stempel)?|uhrzeit|ds|ts|t|epoch|unix[ _]?time)(?![a-z0-9])/i;

/** Whether a heading is a name of the time. */
export function isTimeName(name: string): boolean {
  return NAME.test(name);
}

function isWrittenTime(text: string): boolean {
  const local = parseLocalTime(text);
  const moments = local === undefined ? [parseIso8601(text)] : [local.dayFirst, local.monthFirst];
  return moments.some((moment) => !Number.isNaN(moment));
}

/** Whether a text could be a time: one that is written out, or a number of seconds or milliseconds. */
export function isTime(text: string): boolean {
  return isWrittenTime(text) || !Number.isNaN(parseEpoch(text));
}

// From 2000 to 2199, as seconds or as milliseconds.
function isLikelyEpoch(text: string): boolean {
  const number = parseEpoch(text);
  return [number, number * 1000].some((moment) => moment >= Date.UTC(2000, 0, 1) && moment < Date.UTC(2200, 0, 1));
}

function isAscending(cells: readonly string[]): boolean {
  const numbers = cells.map(parseEpoch).filter((number) => !Number.isNaN(number));
  return numbers.every((number, row) => row === 0 || number >= numbers[row - 1]);
}

/**
 * Finds the time by the names of the columns, and else by what they hold: dates, or numbers that ascend through a plausible
 * time. Where nothing is found it is the first column.
 * @param heading the first line, which may hold names.
 * @param rows the first lines after it.
 */
export function timeColumns(heading: readonly string[], rows: readonly (readonly string[])[]): TimeColumns {
  const places = heading.map((_, place) => place);
  const cellsOf = (place: number) => rows.map((fields) => fields[place] ?? '').filter((cell) => cell !== '');
  const holds = (place: number, test: (cell: string) => boolean) => {
    const cells = cellsOf(place);
    return cells.length > 0 && cells.every(test);
  };
  const isMoment = (cell: string) => isWrittenTime(cell) && cell.includes(':');
  const named = places.filter((place) => isTimeName(heading[place]));
  const date =
    named.find((place) => holds(place, isMoment)) ??
    named.find((place) => holds(place, isLikelyEpoch)) ??
    named.find((place) => holds(place, isWrittenTime)) ??
    places.find((place) => holds(place, isMoment)) ??
    places.find((place) => holds(place, isWrittenTime)) ??
    places.find((place) => holds(place, isLikelyEpoch) && isAscending([heading[place], ...cellsOf(place)])) ??
    named[0] ??
    0;
  const isDateAlone = holds(date, (cell) => isWrittenTime(cell) && !isMoment(cell));
  const clock = isDateAlone ? places.find((place) => holds(place, isClock)) : undefined;
  return clock === undefined ? { date } : { date, clock };
}
