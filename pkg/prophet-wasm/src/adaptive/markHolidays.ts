import { holidayColumns, holidayValues } from '../features/holidayColumns.js';
import type { ResolvedHoliday } from '../options/prophetOptions.js';
import type { Grid } from './grid.js';

/**
 * 1 for rows in which a holiday or an event lasts. They are unlike others, and the fit has to see them to know how: they are
 * neither blocks nor outliers.
 */
export function markHolidays({ start, stepMs, civil }: Grid, holidays: readonly ResolvedHoliday[]): Uint8Array {
  const marked = new Uint8Array(civil.length);
  if (holidays.length === 0) {
    return marked;
  }
  const time = Float64Array.from(civil, (_, row) => start + row * stepMs);
  for (const column of holidayColumns(holidays)) {
    holidayValues(column, holidays, { time, civil })?.forEach((value, row) => {
      marked[row] |= value;
    });
  }
  return marked;
}
