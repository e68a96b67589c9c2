import { dateTime, type DataQueryRequest, type TimeRange } from '@grafana/data';
import type { DataQuery } from '@grafana/schema';
import type { TimeSpan } from 'foreband-detector';
import { pointsIn } from 'foreband-prometheus';

import { requestInterval } from './bareRequest';

/** The differences of a training request from the panel's own. */
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

// A source that sums up what lies between two steps sums the last step of a range up whole, unless it is still running.
function wholeSteps({ start, end }: TimeSpan, stepMs: number, now: number): TimeSpan {
  const next = end + stepMs;
  return { start, end: next <= now ? next - 1 : end };
}

/**
 * A copy of the panel's request for the training range: filters, time zone and variables kept, step and range
 * replaced.
 */
export function trainingRequest(request: DataQueryRequest, plan: TrainingRequestPlan): DataQueryRequest {
  const { requestId, targets, span, stepMs, now } = plan;
  const range = absoluteRange(wholeSteps(span, stepMs, now));
  const { scopedVars, ...interval } = requestInterval(stepMs);
  return {
    ...request,
    requestId,
    targets: [...targets],
    range,
    rangeRaw: range.raw,
    ...interval,
    maxDataPoints: pointsIn(span, stepMs),
    scopedVars: { ...request.scopedVars, ...scopedVars },
    startTime: now,
    endTime: undefined,
    hideFromInspector: true,
  };
}
