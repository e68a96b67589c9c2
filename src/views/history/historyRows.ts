import { hoursOfWeek, toGrid, withoutSpans, type Series } from 'foreband-detector';

import { timeZoneName } from '../../grafana/timeZoneName';

import type { HistorySubject } from './historySubject';

/** The rows behind every view, prepared once. */
export interface HistoryRows {
  /** The rows as they came, excluded ones too. */
  readonly all: Series;
  /** The same rows; what is excluded is NaN. */
  readonly fitted: Series;
  /** The same rows on a grid, for what counts in rows. */
  readonly grid: Series;
  /** Hour of the week of each row on the reader's clock, 0 to 167. */
  readonly hourOfWeek: Int32Array;
}

/** Prepares a subject's rows. */
export function historyRows({ series, exclusions, stepMs, timeZone }: HistorySubject): HistoryRows {
  const fitted = withoutSpans(series, exclusions);
  return {
    all: series,
    fitted,
    grid: stepMs > 0 ? toGrid(fitted, stepMs) : fitted,
    hourOfWeek: hoursOfWeek(series.time, timeZoneName(timeZone)),
  };
}
