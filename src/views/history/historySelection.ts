import type { TimeZone } from '@grafana/data';
import type { Series, TimeSpan } from 'foreband-detector';

import { formatSpan } from '../formatTime';

import type { HistoryRows } from './historyRows';

/** The selection of one view, and so of all. */
export type HistorySelection =
  | { readonly kind: 'time'; readonly span: TimeSpan }
  /** Samples from `lower` to `upper`, both included. */
  | { readonly kind: 'values'; readonly lower: number; readonly upper: number }
  /** Hours of the week, 0 to 167, Monday at midnight first. */
  | { readonly kind: 'hours'; readonly hours: ReadonlySet<number> };

/** Names of the days, Monday first. */
export const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

function rowTest(rows: HistoryRows, selection: HistorySelection): (row: number) => boolean {
  const { time, y } = rows.fitted;
  switch (selection.kind) {
    case 'time':
      return (row) => time[row] >= selection.span.start && time[row] <= selection.span.end;
    case 'values':
      return (row) => y[row] >= selection.lower && y[row] <= selection.upper;
    case 'hours':
      return (row) => selection.hours.has(rows.hourOfWeek[row]);
  }
}

/** 1 for the rows that are selected, else 0. */
export function selectedRows(rows: HistoryRows, selection: HistorySelection): Uint8Array {
  const isSelected = rowTest(rows, selection);
  const mask = new Uint8Array(rows.fitted.time.length);
  for (let row = 0; row < mask.length; row++) {
    mask[row] = isSelected(row) ? 1 : 0;
  }
  return mask;
}

/** The rows of a series that a mask marks. */
export function maskedSeries(series: Series, mask: Uint8Array): Series {
  return {
    ...series,
    time: series.time.filter((_, row) => mask[row] === 1),
    y: series.y.filter((_, row) => mask[row] === 1),
  };
}

/** An hour of the week as the reader says it, `Tue 14:00`. */
export function hourText(hour: number): string {
  return `${weekdays[Math.floor(hour / 24)]} ${String(hour % 24).padStart(2, '0')}:00`;
}

function hoursText(hours: ReadonlySet<number>): string {
  const [only] = hours;
  return hours.size === 1 ? hourText(only) : `${hours.size} hours of the week`;
}

/** A selection in words. */
export function selectionText(
  selection: HistorySelection,
  { format, timeZone }: { readonly format: (value: number) => string; readonly timeZone: TimeZone },
): string {
  switch (selection.kind) {
    case 'time':
      return formatSpan(selection.span.start, selection.span.end, timeZone);
    case 'values':
      return `${format(selection.lower)} to ${format(selection.upper)}`;
    case 'hours':
      return hoursText(selection.hours);
  }
}
