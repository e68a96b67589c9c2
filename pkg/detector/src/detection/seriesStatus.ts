import type { Anomaly } from './anomaly';

/** How a watched series is doing; every `since` is in epoch milliseconds. */
export type SeriesStatus =
  /** Its newest reading belongs to no anomaly. */
  | { readonly kind: 'normal' }
  /** Its newest reading belongs to an anomaly that nothing has ended yet. */
  | { readonly kind: 'anomalous'; readonly since: number }
  /** Its source answers, but without readings of it: the newest one's time, or undefined where there is none. */
  | { readonly kind: 'noData'; readonly since: number | undefined }
  /** Its source has not answered for a while, so that nobody knows: the newest step it was answered for. */
  | { readonly kind: 'stale'; readonly since: number };

/** A series as far as its status goes. */
export interface WatchedColumns {
  /** Epoch milliseconds, ascending. */
  readonly time: Float64Array;
  /** NaN where nothing was measured. */
  readonly y: Float64Array;
  /** In order of time; those of `detect`. */
  readonly anomalies: readonly Pick<Anomaly, 'start' | 'end' | 'isOpen'>[];
}

/** What the status is measured against. */
export interface WatchMoment {
  /** Epoch milliseconds. */
  readonly now: number;
  /** Up to here (epoch milliseconds) the source has answered, with readings or without. */
  readonly answeredUntil: number;
  /** Distance of the readings, in milliseconds. */
  readonly stepMs: number;
  /** An answer older than this is stale, in milliseconds. Default three steps, at least a minute. */
  readonly staleAfterMs?: number;
}

/** Steps without a reading that may yet come late. */
const LATE_STEPS = 2;

/** The status of a series at a moment. What cannot be known comes first, then what is missing, then what is odd. */
export function seriesStatus({ time, y, anomalies }: WatchedColumns, moment: WatchMoment): SeriesStatus {
  const { now, answeredUntil, stepMs, staleAfterMs = Math.max(3 * stepMs, 60_000) } = moment;
  const newest = time[y.findLastIndex(Number.isFinite)];
  if (now - answeredUntil > staleAfterMs) {
    return { kind: 'stale', since: answeredUntil };
  }
  if (newest === undefined || answeredUntil - newest >= LATE_STEPS * stepMs) {
    return { kind: 'noData', since: newest };
  }
  const last = anomalies.at(-1);
  return last !== undefined && (last.isOpen || last.end >= newest)
    ? { kind: 'anomalous', since: last.start }
    : { kind: 'normal' };
}
