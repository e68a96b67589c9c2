import type { LogEntry } from '../logEvent.js';

import { logLine } from './jsonLines.js';

const columns = [
  ...['timestamp', 'event_type', 'level', 'instance', 'series', 'dashboard', 'panel_id', 'panel', 'query'],
  ...['value', 'predicted', 'band_lower', 'band_upper', 'score', 'severity', 'direction', 'end'],
  ...['is_open', 'is_anomaly', 'readings', 'status', 'message'],
] as const;

const inColumns: ReadonlySet<string> = new Set([...columns, 'labels']);

function cellOf(value: unknown): string | number {
  if (value === undefined || value === null) {
    return '';
  }
  return typeof value === 'number' ? value : typeof value === 'string' ? value : JSON.stringify(value);
}

/**
 * Entries as a table with one row each. What only a few types of entry have, such as the figures of an evaluation, stands
 * together in the last column, as JSON.
 */
export function logTable(entries: readonly LogEntry[]) {
  return {
    headings: [...columns, 'labels', 'details'],
    rows: entries.map((entry) => {
      const line = logLine(entry);
      const details = Object.fromEntries(Object.entries(line).filter(([name]) => !inColumns.has(name)));
      const cells = [...columns, 'labels'].map((name) => cellOf(line[name]));
      return [...cells, Object.keys(details).length === 0 ? '' : JSON.stringify(details)];
    }),
  };
}
