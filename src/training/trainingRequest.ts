import { dateTime, type DataQueryRequest, type TimeRange } from '@grafana/data';
import type { DataQuery } from '@grafana/schema';
import type { TimeSpan } from 'foreband-detector';

import { intervalText } from './intervalText';

/** What a training request differs in from the panel's own. */
export interface TrainingRequestPlan {
  /** Another id than the panel's, or Grafana would cancel the panel's own query. */
  readonly requestId: string;
  readonly targets: readonly DataQuery[];
  /** Bounds on multiples of the step. */
  readonly span: TimeSpan;
  readonly stepMs: number;
  /** Epoch ms of sending. */
  readonly now: number;
}

// The raw bounds are absolute as well: Grafana computes the range anew from them with every packet of an answer.
function absoluteRange({ start, end }: TimeSpan): TimeRange {
  const from = dateTime(start);
  const to = dateTime(end);
  return { from, to, raw: { from, to } };
}

/** A copy of the panel's request for the training range: filters, time zone and variables kept, step and range replaced. */
export function trainingRequest(request: DataQueryRequest, plan: TrainingRequestPlan): DataQueryRequest {
  const { requestId, targets, span, stepMs, now } = plan;
  const range = absoluteRange(span);
  const interval = intervalText(stepMs);
  return {
    ...request,
    requestId,
    targets: [...targets],
    range,
    rangeRaw: range.raw,
    interval,
    intervalMs: stepMs,
    maxDataPoints: Math.ceil((span.end - span.start) / stepMs) + 1,
    scopedVars: {
      ...request.scopedVars,
      __interval: { text: interval, value: interval },
      __interval_ms: { text: String(stepMs), value: stepMs },
    },
    startTime: now,
    endTime: undefined,
    hideFromInspector: true,
  };
}
