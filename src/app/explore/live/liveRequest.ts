import { CoreApp, type DataQueryRequest, type TimeRange, type TimeZone } from '@grafana/data';
import type { DataQuery } from '@grafana/schema';

import { bareRequest } from '../../../training/bareRequest';

// Prometheus answers 11,000 points a series; a longer range is drawn on a coarser step than it is scored on.
const MAX_POINTS = 10_000;

export interface RequestParts {
  readonly requestId: string;
  readonly target: DataQuery;
  readonly range: TimeRange;
  readonly timeZone: TimeZone;
  readonly stepMs: number;
  /** Epoch ms of sending. */
  readonly now: number;
}

/** A request as a panel of a dashboard would send it. */
export function liveRequest({ requestId, target, range, timeZone, stepMs, now }: RequestParts): DataQueryRequest {
  const spanMs = range.to.valueOf() - range.from.valueOf();
  const drawnStepMs = stepMs * Math.ceil(Math.max(1, spanMs / stepMs / MAX_POINTS));
  return bareRequest({
    ...{ app: CoreApp.Unknown, requestId, targets: [target], range, timeZone, now },
    ...{ stepMs: drawnStepMs, maxDataPoints: MAX_POINTS },
  });
}
