import { locationUtil, urlUtil } from '@grafana/data';

import { isAnomalyEntry, type LogEntry } from 'foreband-engine';

const BEFORE_MS = 6 * 3_600_000;
const AFTER_MS = 3_600_000;

/** Where an entry can be seen on its dashboard; undefined where it has none. */
export function dashboardAddress(entry: LogEntry): string | undefined {
  const { dashboard, panelId } = entry.origin;
  if (dashboard === '') {
    return undefined;
  }
  const end = isAnomalyEntry(entry) ? entry.end : entry.time;
  const range = { from: entry.time - BEFORE_MS, to: end + AFTER_MS };
  return locationUtil.assureBaseUrl(urlUtil.renderUrl(`/d/${dashboard}`, { ...range, viewPanel: panelId }));
}
