import { checkFields, checkObject } from '../../checkShape.js';
import { invalid } from '../../invalid.js';
import { parseList } from '../../options/parseFields.js';
import { isCalendarDay } from '../../options/parseHolidays.js';
import type { HolidayDay } from '../../options/prophetOptions.js';
import { MAX_HOLIDAYS } from '../modelFields.js';
import { cannotRead } from './refusals.js';
import type { PythonHoliday } from './pythonFeatures.js';
import type { PythonFields } from './pythonFields.js';

/** A day of one of a country's holidays. */
export interface CountryHoliday {
  /** The name as Python has it, such as `Christmas Day`. */
  readonly name: string;
  /** Calendar day as `2026-12-25`. */
  readonly day: string;
}

/**
 * The holidays of a file: the rows of its table, and those of a country, whose days only the caller knows. Days of names
 * that the model was not trained with do nothing in Python either.
 * @throws RangeError for a country without days, and for a name that was trained and has none.
 */
export function readHolidays(
  file: PythonFields,
  countryHolidays: readonly CountryHoliday[] | undefined,
): readonly Required<HolidayDay>[] {
  const { holidays_prior_scale: priorScale, train_holiday_names: trained } = file;
  const holidays = [
    ...(file.holidays ?? []).map((row) => fromRow(row, priorScale)),
    ...countryDays(file, countryHolidays).map(({ name, day }) => ({ ...wholeDay(name, day), priorScale })),
  ];
  if (trained === null) {
    return holidays;
  }
  const dated = new Set(holidays.map(({ name }) => name));
  const missing = trained.find((name) => !dated.has(name));
  if (missing !== undefined) {
    throw cannotRead('train_holiday_names', missing, dayWanted(file));
  }
  const names = new Set(trained);
  return holidays.filter(({ name }) => names.has(name));
}

function dayWanted({ country_holidays: country }: PythonFields): string {
  return country === null
    ? 'the table of holidays has no day of this name'
    : `no day of this name in the table of holidays, nor in countryHolidays for ${country}`;
}

/** Python works a country's days out anew for every forecast: the file has their names alone. */
function countryDays(
  { country_holidays: country }: PythonFields,
  given: readonly CountryHoliday[] | undefined,
): readonly CountryHoliday[] {
  if (country === null) {
    return [];
  }
  if (given === undefined) {
    throw cannotRead(
      'country_holidays',
      country,
      'its days are not in the file: pass them as countryHolidays, a list of { name, day }',
    );
  }
  const days = parseList('countryHolidays', given, parseDay);
  if (days.length > MAX_HOLIDAYS) {
    throw invalid('countryHolidays', `${days.length} days`, `at most ${MAX_HOLIDAYS}`);
  }
  return days;
}

function parseDay(given: CountryHoliday, i: number): CountryHoliday {
  const at = `countryHolidays[${i}]`;
  checkObject(at, given, 'an object with name and day');
  checkFields(`field of ${at}`, given, ['name', 'day']);
  const { name, day } = given;
  if (typeof name !== 'string') {
    throw invalid(`${at}.name`, name, 'a name of train_holiday_names');
  }
  if (!isCalendarDay(day)) {
    throw invalid(`${at}.day`, day, 'a calendar day as 2026-12-25');
  }
  return { name, day };
}

function fromRow(row: PythonHoliday, defaultScale: number): Required<HolidayDay> {
  const { holiday, ds, lower_window: lower, upper_window: upper, prior_scale: priorScale } = row;
  const day = new Date(ds).toISOString().slice(0, 10);
  // Python takes a window of which one end is missing for none.
  const window = lower === null || upper === null ? {} : { lowerWindow: lower, upperWindow: upper };
  return { ...wholeDay(holiday, day), ...window, priorScale: priorScale ?? defaultScale };
}

function wholeDay(name: string, day: string): Omit<Required<HolidayDay>, 'priorScale'> {
  return { name, day, lowerWindow: 0, upperWindow: 0 };
}
