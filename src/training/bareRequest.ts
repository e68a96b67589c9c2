import type { CoreApp, DataQueryRequest, TimeRange, TimeZone } from '@grafana/data';
import type { DataQuery } from '@grafana/schema';

import { ANOMALY_PANEL_ID } from '../grafana/detectionFrame';

import { intervalText } from './intervalText';

/** The parts of a request where no panel has made one. */
export interface BareRequestParts {
  readonly app: CoreApp;
  readonly requestId: string;
  readonly targets: readonly DataQuery[];
  readonly range: TimeRange;
  readonly timeZone: TimeZone;
  readonly stepMs: number;
  readonly maxDataPoints: number;
  /** Epoch ms of sending. */
  readonly now: number;
}

/** The step of a request, also as the variables that queries are filled in with. */
export function requestInterval(stepMs: number): Pick<DataQueryRequest, 'interval' | 'intervalMs' | 'scopedVars'> {
  const interval = intervalText(stepMs);
  const scopedVars = {
    __interval: { text: interval, value: interval },
    __interval_ms: { text: String(stepMs), value: stepMs },
  };
  return { interval, intervalMs: stepMs, scopedVars };
}

/** A request as an anomaly panel of a dashboard would send it. */
export function bareRequest(parts: BareRequestParts): DataQueryRequest {
  const { app, requestId, targets, range, timeZone, stepMs, maxDataPoints, now } = parts;
  return {
    app,
    requestId,
    targets: [...targets],
    range,
    timezone: timeZone,
    ...requestInterval(stepMs),
    maxDataPoints,
    startTime: now,
    panelPluginId: ANOMALY_PANEL_ID,
  };
}
