import { holidayColumns, type HolidayColumn } from '../features/holidayColumns.js';
import type { ResolvedHoliday } from '../options/prophetOptions.js';
import { unreadable } from './reader.js';

/** Days in the windows of all holidays together: 10,000 holidays with twenty days each. More would keep a reader busy. */
const MOST_DAYS = 200_000;

/**
 * The columns that holidays from outside have.
 * @throws RangeError where their windows hold more days than any calendar's.
 */
export function boundedHolidayColumns(holidays: readonly ResolvedHoliday[]): readonly HolidayColumn[] {
  const nDays = holidays.reduce((sum, holiday) => sum + ('day' in holiday ? windowLength(holiday) : 1), 0);
  if (nDays > MOST_DAYS) {
    throw unreadable('holidays', `${nDays} days in their windows`, `at most ${MOST_DAYS}`);
  }
  return holidayColumns(holidays);
}

function windowLength({
  lowerWindow,
  upperWindow,
}: {
  readonly lowerWindow: number;
  readonly upperWindow: number;
}): number {
  return upperWindow - lowerWindow + 1;
}
