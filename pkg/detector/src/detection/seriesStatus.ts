import type { Anomaly } from './anomaly.js';

/** How a watched series is doing; every `since` is in epoch milliseconds. */
export type SeriesStatus =
  /** Its newest sample belongs to nothing anomalous. */
  | { readonly kind: 'normal' }
  /** Its newest sample belongs to an anomaly or incident that nothing has ended yet. */
  | { readonly kind: 'anomalous'; readonly since: number }
  /** It is too young to be scored, so that nobody knows what is normal: epoch milliseconds at which scores begin. */
  | { readonly kind: 'learning'; readonly until: number }
  /** Its newest sample has no score, as where nothing could be forecast: its time. */
  | { readonly kind: 'notScored'; readonly since: number }
  /** Its source answers, but without samples of it: the newest one's time, or undefined where there is none. */
  | { readonly kind: 'noData'; readonly since: number | undefined }
  /** Its source has not answered for a while, so that nobody knows: the newest step it was answered for. */
  | { readonly kind: 'stale'; readonly since: number };

/** A series as far as its status goes. */
export interface WatchedColumns {
  /** Epoch milliseconds, ascending. */
  readonly time: Float64Array;
  /** NaN where nothing was measured. */
  readonly y: Float64Array;
  /** Scores, NaN where there is none. Default: every sample counts as scored. */
  readonly score?: Float64Array;
  /** Epoch milliseconds before which the series is too young to be scored. Default null: it is old enough. */
  readonly learningUntil?: number | null;
  /** In order of time: the anomalies of `detect`, or its incidents, which go on for three quiet hours. */
  readonly anomalies: readonly Pick<Anomaly, 'start' | 'end' | 'isOpen'>[];
}

/** The moment and limits that the status is measured against. */
export interface WatchMoment {
  /** Epoch milliseconds. */
  readonly now: number;
  /** Up to here (epoch milliseconds) the source has answered, with samples or without. */
  readonly answeredUntil: number;
  /** Distance of the samples, in milliseconds. */
  readonly stepMs: number;
  /** An answer older than this is stale, in milliseconds. Default three steps, at least a minute. */
  readonly staleAfterMs?: number;
}

/** Steps without a sample that may yet come late. */
const LATE_STEPS = 2;

/**
 * The status of a series at a moment. What cannot be known comes first, then what is missing, then what is odd: a value
 * beyond a limit is anomalous even while the series is learning.
 */
export function seriesStatus(columns: WatchedColumns, moment: WatchMoment): SeriesStatus {
  const { time, y } = columns;
  const { now, answeredUntil, stepMs, staleAfterMs = Math.max(3 * stepMs, 60_000) } = moment;
  const row = y.findLastIndex(Number.isFinite);
  if (now - answeredUntil > staleAfterMs) {
    return { kind: 'stale', since: answeredUntil };
  }
  if (row === -1 || answeredUntil - time[row] >= LATE_STEPS * stepMs) {
    return { kind: 'noData', since: time[row] };
  }
  return statusOfSample(columns, row);
}

function statusOfSample(columns: WatchedColumns, row: number): SeriesStatus {
  const { time, score, anomalies, learningUntil = null } = columns;
  const last = anomalies.at(-1);
  if (last !== undefined && (last.isOpen || last.end >= time[row])) {
    return { kind: 'anomalous', since: last.start };
  }
  if (score !== undefined && Number.isNaN(score[row])) {
    return { kind: 'notScored', since: time[row] };
  }
  return learningUntil !== null && time[row] < learningUntil
    ? { kind: 'learning', until: learningUntil }
    : { kind: 'normal' };
}
