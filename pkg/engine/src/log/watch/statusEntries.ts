import type { Note } from '../../note.js';
import { entryKey, type LogOrigin, type MonitoringStatus, type StatusEntry } from '../logEvent.js';
import type { LogLevel } from '../logLevel.js';

import type { WatchingPanel } from './watchedSeries.js';

// Two tabs that meet the same trouble within a minute log it once.
const SAME_MS = 60_000;

const levels: Readonly<Record<MonitoringStatus, LogLevel>> = {
  monitoring_started: 'info',
  recovered: 'info',
  warning: 'warning',
  error: 'error',
};

/** Something that befalls the monitoring of a panel. */
export function statusEntry(
  panel: WatchingPanel,
  status: MonitoringStatus,
  message: string,
  time: number,
): StatusEntry {
  const { dashboard, panelId, title } = panel;
  const origin: LogOrigin = { dashboard, panelId, panel: title, query: '', series: '', instance: '', labels: {} };
  return {
    type: 'system_status',
    status,
    key: entryKey('system_status', origin, '', status, message, Math.floor(time / SAME_MS)),
    time,
    level: levels[status],
    revision: 0,
    origin,
    message,
  };
}

/** Entries for troubles that have come or gone since those known before. */
export function troubleEntries(
  panel: WatchingPanel,
  before: readonly Note[],
  now: readonly Note[],
  time: number,
): StatusEntry[] {
  const isTrouble = ({ severity }: Note) => severity !== 'info';
  const notAmong = (others: readonly Note[]) => (note: Note) => others.every(({ text }) => text !== note.text);
  const begun = now
    .filter(isTrouble)
    .filter(notAmong(before))
    .map(({ severity, text }) => statusEntry(panel, severity === 'error' ? 'error' : 'warning', text, time));
  const over = before
    .filter(isTrouble)
    .filter(notAmong(now))
    .map(({ text }) => statusEntry(panel, 'recovered', `Over: ${text}`, time));
  return [...begun, ...over];
}
