import type { Series } from '../series/series.js';
import { hoursOfWeek } from './hoursOfWeek.js';

/** Values grouped by the hour of their week. Columns of one length; NaN where a group has no value. */
export interface ProfileCells {
  /** How many values. */
  readonly count: Float64Array;
  /** Their mean, in the unit of the series. */
  readonly mean: Float64Array;
  /** Their sample standard deviation; NaN for fewer than two values. */
  readonly standardDeviation: Float64Array;
  /** The smallest. */
  readonly min: Float64Array;
  /** The largest. */
  readonly max: Float64Array;
}

/** The normal values of each hour of the week. Weekdays count from Monday, 0, to Sunday, 6. */
export interface WeekProfile {
  /** The IANA name of the time zone whose clock was read. */
  readonly timeZone: string;
  /** 168 cells: weekday * 24 + hour. */
  readonly byWeekdayAndHour: ProfileCells;
  /** 24 cells. */
  readonly byHour: ProfileCells;
  /** 7 cells. */
  readonly byWeekday: ProfileCells;
}

const HOURS_A_WEEK = 7 * 24;

/**
 * Groups the finite values of a series by the hour and weekday that a clock on the wall showed.
 * @param timeZone IANA name. Default 'UTC'.
 * @throws RangeError for a time zone the browser does not know.
 */
export function weekProfileOf({ time, y }: Series, timeZone = 'UTC'): WeekProfile {
  const hourOfWeek = hoursOfWeek(time, timeZone);
  return {
    timeZone,
    byWeekdayAndHour: groupValues(y, HOURS_A_WEEK, (row) => hourOfWeek[row]),
    byHour: groupValues(y, 24, (row) => hourOfWeek[row] % 24),
    byWeekday: groupValues(y, 7, (row) => Math.floor(hourOfWeek[row] / 24)),
  };
}

// Mean and variance in one pass (Welford 1962).
function groupValues(y: Float64Array, nCells: number, cellOf: (row: number) => number): ProfileCells {
  const count = new Float64Array(nCells);
  const mean = new Float64Array(nCells);
  const squares = new Float64Array(nCells);
  const min = new Float64Array(nCells).fill(Infinity);
  const max = new Float64Array(nCells).fill(-Infinity);
  for (let row = 0; row < y.length; row++) {
    if (Number.isFinite(y[row])) {
      const cell = cellOf(row);
      const difference = y[row] - mean[cell];
      count[cell]++;
      mean[cell] += difference / count[cell];
      squares[cell] += difference * (y[row] - mean[cell]);
      min[cell] = Math.min(min[cell], y[row]);
      max[cell] = Math.max(max[cell], y[row]);
    }
  }
  const known = (column: Float64Array) => column.map((value, cell) => (count[cell] === 0 ? NaN : value));
  const standardDeviation = squares.map((sum, cell) => (count[cell] < 2 ? NaN : Math.sqrt(sum / (count[cell] - 1))));
  return { count, mean: known(mean), standardDeviation, min: known(min), max: known(max) };
}
