import type { Severity } from 'foreband-detector';

import { isAnomalyEntry, type LogEntry, type LogPart } from '../logEvent.js';

/** Parts of the log to look at. */
export type LogView = 'anomalies' | 'system' | 'readings' | 'all';

/** Which entries are looked at. */
export interface LogFilter {
  readonly view: LogView;
  /** Anomalies of these alone; empty for every one. */
  readonly severities: readonly Severity[];
  /** Entries of this series alone; null for every one. */
  readonly series: string | null;
}

const parts: Readonly<Record<LogView, readonly LogPart[]>> = {
  anomalies: ['anomalies'],
  system: ['system'],
  readings: ['readings'],
  all: ['anomalies', 'system', 'readings', 'hours'],
};

/** The parts of the log that a view shows. */
export function partsOf(view: LogView): readonly LogPart[] {
  return parts[view];
}

/** Whether an entry is about the series looked at. */
export function isOfSeries({ origin }: LogEntry, series: string | null): boolean {
  return series === null || origin.series === series;
}

/** Whether an entry passes; the part it belongs to is another matter. */
export function passes(entry: LogEntry, { severities, series }: LogFilter): boolean {
  const isGraveEnough = severities.length === 0 || (isAnomalyEntry(entry) && severities.includes(entry.severity));
  return isGraveEnough && isOfSeries(entry, series);
}
