import { civilClock } from '../../features/civilClock.js';
import type { Model } from '../../fit/model.js';
import type { HolidayInterval, ResolvedHoliday } from '../../options/prophetOptions.js';
import { MAX_HOLIDAYS } from '../modelFields.js';
import { toIso, writeSeries, writeTable } from './pandas.js';
import { cannotWrite } from './refusals.js';

const DAY_MS = 86_400_000;

/** A row of Python's table of holidays. */
interface Row {
  readonly name: string;
  /** Naive date at 00:00. */
  readonly ds: number;
  readonly lowerWindow: number;
  readonly upperWindow: number;
  readonly priorScale: number;
}

/** The table of holidays, and their names: null where there are none. */
export interface WrittenHolidays {
  readonly holidays: string | null;
  readonly train_holiday_names: string | null;
}

/** Names of holidays in the order of their first day, which is Python's. */
export function holidayNames({ options }: Model): readonly string[] {
  return [...new Set(options.holidays.map(({ name }) => name))];
}

/**
 * Writes holidays as calendar days: an event of whole days has one effect in all of them, as so many holidays of its name.
 * @throws RangeError for an event of hours, a name that has days and events, days that pandas cannot hold.
 */
export function writeHolidays(model: Model): WrittenHolidays {
  const { holidays, timeZone } = model.options;
  if (holidays.length === 0) {
    return { holidays: null, train_holiday_names: null };
  }
  const rows = holidays.flatMap((holiday) => rowsOf(holiday, timeZone));
  checkKinds(holidays);
  if (rows.length > MAX_HOLIDAYS) {
    throw cannotWrite('options.holidays', `${rows.length} days`, `at most ${MAX_HOLIDAYS} are read again`);
  }
  const table = writeTable(rows.length, [
    { name: 'ds', type: 'datetime', at: (i) => toIso(rows[i].ds, `day of holiday ${rows[i].name}`) },
    { name: 'holiday', type: 'string', at: (i) => rows[i].name },
    { name: 'lower_window', type: 'integer', at: (i) => rows[i].lowerWindow },
    { name: 'upper_window', type: 'integer', at: (i) => rows[i].upperWindow },
    { name: 'prior_scale', type: 'number', at: (i) => rows[i].priorScale },
  ]);
  return { holidays: table, train_holiday_names: writeSeries(null, holidayNames(model)) };
}

function rowsOf(holiday: ResolvedHoliday, timeZone: string): readonly Row[] {
  if ('day' in holiday) {
    const { day, ...rest } = holiday;
    return [{ ...rest, ds: Date.parse(`${day}T00:00:00Z`) }];
  }
  const { name, priorScale } = holiday;
  return daysOf(holiday, timeZone).map((ds) => ({ name, ds, lowerWindow: 0, upperWindow: 0, priorScale }));
}

/** The days that an event lasts on the clock of the time zone. */
function daysOf({ name, start, end }: Required<HolidayInterval>, timeZone: string): readonly number[] {
  const clock = civilClock(timeZone);
  const [first, last] = [clock(start) / DAY_MS, clock(end) / DAY_MS];
  if (!Number.isInteger(first) || !Number.isInteger(last)) {
    throw cannotWrite(
      `options.holidays of ${name}`,
      `${new Date(start).toISOString()} to ${new Date(end).toISOString()}`,
      `holidays in Python are whole days; let it last from midnight to midnight in ${timeZone}`,
    );
  }
  if (last - first > MAX_HOLIDAYS) {
    throw cannotWrite(`options.holidays of ${name}`, `${last - first} days`, `at most ${MAX_HOLIDAYS} are read again`);
  }
  return Array.from({ length: last - first }, (_, i) => (first + i) * DAY_MS);
}

/** In Python the first day of a window and an event would be one column. */
function checkKinds(holidays: readonly ResolvedHoliday[]): void {
  const kinds = new Map<string, boolean>();
  for (const holiday of holidays) {
    const isDay = 'day' in holiday;
    const { name } = holiday;
    if ((kinds.get(name) ?? isDay) !== isDay) {
      throw cannotWrite('options.holidays', name, 'both days and events have this name; give them names of their own');
    }
    kinds.set(name, isDay);
  }
}
