import type { HolidayDay, HolidayInterval, ResolvedHoliday } from '../options/prophetOptions.js';
import { byCodePoint } from './byCodePoint.js';

const DAY_MS = 86_400_000;

/** A column of the model that is 1 while a holiday lasts: one day of its window, or its intervals. */
export interface HolidayColumn {
  /** Name of the holiday. */
  readonly name: string;
  /** Days after the holiday's own day; null for the column of its intervals. */
  readonly offset: number | null;
  readonly priorScale: number;
}

/** Every column that the holidays have, also those that no row of the history touches; in Prophet's order, that of their names. */
export function holidayColumns(holidays: readonly ResolvedHoliday[]): readonly HolidayColumn[] {
  const columns = new Map<string, HolidayColumn>();
  for (const holiday of holidays) {
    for (const offset of offsetsOf(holiday)) {
      const { name, priorScale } = holiday;
      columns.set(columnName(name, offset), { name, offset, priorScale });
    }
  }
  return [...columns].sort(([one], [other]) => byCodePoint(one, other)).map(([, column]) => column);
}

/** The name of a column as Python Prophet writes it, such as `xmas_delim_+1`. */
export function columnName(name: string, offset: number | null): string {
  return offset === null ? `${name}_delim_interval` : `${name}_delim_${offset < 0 ? '-' : '+'}${Math.abs(offset)}`;
}

function offsetsOf(holiday: ResolvedHoliday): readonly (number | null)[] {
  if (!isDay(holiday)) {
    return [null];
  }
  const { lowerWindow, upperWindow } = holiday;
  return Array.from({ length: upperWindow - lowerWindow + 1 }, (_, i) => lowerWindow + i);
}

function isDay(holiday: ResolvedHoliday): holiday is Required<HolidayDay> {
  return 'day' in holiday;
}

/** Rows at which holidays are looked for. */
export interface HolidayRows {
  /** Epoch milliseconds. */
  readonly time: Float64Array;
  /** Time on the clock of the time zone then, milliseconds. */
  readonly civil: Float64Array;
}

/** 1 for the rows in which a column's holiday lasts, else 0; null where there is none. */
export function holidayValues(
  column: HolidayColumn,
  holidays: readonly ResolvedHoliday[],
  rows: HolidayRows,
): Float64Array | null {
  const own = holidays.filter(({ name }) => name === column.name);
  const { offset } = column;
  return offset === null
    ? markIntervals(
        own.filter((holiday): holiday is Required<HolidayInterval> => !isDay(holiday)),
        rows.time,
      )
    : markDays(daysAt(own.filter(isDay), offset), rows.civil);
}

/** The days, counted from 1970-01-01, that stand `offset` days from a holiday whose window reaches so far. */
function daysAt(holidays: readonly Required<HolidayDay>[], offset: number): ReadonlySet<number> {
  return new Set(
    holidays
      .filter(({ lowerWindow, upperWindow }) => lowerWindow <= offset && offset <= upperWindow)
      .map(({ day }) => Date.parse(`${day}T00:00:00Z`) / DAY_MS + offset),
  );
}

function markDays(days: ReadonlySet<number>, civil: Float64Array): Float64Array | null {
  return mark(civil.length, (row) => days.has(Math.floor(civil[row] / DAY_MS)));
}

function markIntervals(intervals: readonly Required<HolidayInterval>[], time: Float64Array): Float64Array | null {
  return mark(time.length, (row) => intervals.some(({ start, end }) => time[row] >= start && time[row] < end));
}

function mark(n: number, isInside: (row: number) => boolean): Float64Array | null {
  const values = new Float64Array(n);
  let isAny = false;
  for (let row = 0; row < n; row++) {
    if (isInside(row)) {
      values[row] = 1;
      isAny = true;
    }
  }
  return isAny ? values : null;
}
