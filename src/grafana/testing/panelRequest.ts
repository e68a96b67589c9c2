import { CoreApp, dateTime, type DataQueryRequest } from '@grafana/data';

const start = dateTime(0);

/** A dashboard's request without queries, at the first moment of 1970. */
export function panelRequest(more: Partial<DataQueryRequest> = {}): DataQueryRequest {
  return {
    requestId: 'Q1',
    targets: [],
    range: { from: start, to: start, raw: { from: start, to: start } },
    interval: '1m',
    intervalMs: 60_000,
    scopedVars: {},
    timezone: 'utc',
    app: CoreApp.Dashboard,
    startTime: 0,
    ...more,
  };
}
