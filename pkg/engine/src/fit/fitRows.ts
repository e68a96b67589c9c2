import { guessUnit, type Series, type TimeSpan, type TrainingRows, type Unit } from 'foreband-detector';

import type { CalendarRows } from '../calendar/calendar.js';
import { excludedSpans, spanOfRows, type ExclusionSettings } from '../exclusions/excludedSpans.js';

/** Samples to fit: finite values outside all exclusions, times ascending. */
export interface FitRows extends TrainingRows {
  /** Unit of the values, which says how large they can be. */
  readonly unit: Unit;
  /** Holidays and events among the samples and in what will be forecast. Default none. */
  readonly calendar?: CalendarRows;
  /** Incidents in these spans do not count for the budget of pages: those that people have labeled real. Default none. */
  readonly uncounted?: readonly TimeSpan[];
}

/** From fewer samples nothing is fitted or evaluated. */
export const MIN_SAMPLES = 10;

/**
 * The samples of a series that a model is fitted to, with all that its fit has to know of them.
 * @param calendar default none.
 */
export function fitRows(series: Series, settings: ExclusionSettings, calendar?: CalendarRows): FitRows {
  const excluded = excludedSpans(settings, spanOfRows(series.time));
  let next = 0;
  const time = new Float64Array(series.time.length);
  const y = new Float64Array(series.time.length);
  let count = 0;
  // A plain loop: thousands of rows times hundreds of series go through here before a first draw.
  for (let row = 0; row < series.time.length; row++) {
    while (next < excluded.length && excluded[next].end < series.time[row]) {
      next++;
    }
    const isUsed = next === excluded.length || excluded[next].start > series.time[row];
    if (isUsed && Number.isFinite(series.y[row])) {
      time[count] = series.time[row];
      y[count] = series.y[row];
      count++;
    }
  }
  const rows = { time: time.slice(0, count), y: y.slice(0, count) };
  return { ...rows, unit: guessUnit({ ...series, ...rows }), calendar };
}
