import { bisectLeft } from 'd3-array';

import type { Series } from '../series/series.js';

/** Forecasts without a model, from the values before an origin. */
export const naiveKinds = ['yesterday', 'lastWeek', 'weekMean'] as const;

/**
 * - `yesterday`: the value at the same time of the last day;
 * - `lastWeek`: the value at the same time of the last week;
 * - `weekMean`: the mean of the values at that time of the last seven days.
 */
export type NaiveKind = (typeof naiveKinds)[number];

const DAY = 86_400_000;
const DAYS_OF_WEEK = 7;

/** How many days, or weeks, are gone back to find a value where the last one has none. */
const MAX_BACK = 4;

/**
 * Forecasts rows from what lies before an origin, as seasonal naive forecasts do (Hyndman and Athanasopoulos, "Forecasting:
 * principles and practice", 5.2): beyond one day, or week, the last one known is repeated. Days are of 24 hours.
 * @param series what is known; values from the origin on are not looked at.
 * @param origin epoch milliseconds.
 * @param wanted times to forecast, epoch milliseconds, from the origin on.
 * @returns NaN where nothing is known.
 */
export function naiveForecast(
  { time, y }: Pick<Series, 'time' | 'y'>,
  origin: number,
  wanted: Float64Array,
  kind: NaiveKind,
): Float64Array {
  const valueAt = (moment: number) => {
    const row = bisectLeft(time, moment);
    return moment < origin && time[row] === moment ? y[row] : NaN;
  };
  const period = kind === 'lastWeek' ? DAYS_OF_WEEK * DAY : DAY;
  return wanted.map((moment) => {
    const last = moment - (Math.floor((moment - origin) / period) + 1) * period;
    const back = (count: number) => Array.from({ length: count }, (_, place) => valueAt(last - place * period));
    return kind === 'weekMean' ? meanOf(back(DAYS_OF_WEEK)) : (back(MAX_BACK).find(Number.isFinite) ?? NaN);
  });
}

function meanOf(values: readonly number[]): number {
  const known = values.filter(Number.isFinite);
  return known.reduce((sum, value) => sum + value, 0) / known.length;
}
