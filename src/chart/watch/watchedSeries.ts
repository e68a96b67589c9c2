import { rangeUtil, type TimeRange } from '@grafana/data';
import { seriesStatus, type SeriesStatus } from 'foreband-detector';

import { answeredUntilOf } from '../../grafana/answeredUntil';
import { drawsAttention, type Handling } from '../../log/annotations/handling';
import type { ChartSeries } from '../model/chartSeries';
import type { ModelSeries } from '../model/panelModel';

/** A series with how it is doing. */
export interface WatchedSeries {
  readonly key: string;
  readonly name: string;
  readonly status: SeriesStatus;
  /** Verdicts and actions of people on the incident that is open; undefined without. */
  readonly handling?: Handling;
}

const rank: Readonly<Record<SeriesStatus['kind'], number>> = {
  anomalous: 0,
  noData: 1,
  stale: 2,
  notScored: 3,
  learning: 4,
  normal: 5,
};

/** Whether a range ends at the present or later: only there is something to watch. */
export function reachesNow({ raw, to }: TimeRange, now: number): boolean {
  return raw.to === 'now' || (rangeUtil.isRelativeTime(raw.to) && to.valueOf() >= now);
}

function watchedColumns({ scored, line }: ChartSeries, now: number) {
  if (scored === undefined) {
    const { time, y } = line;
    return { time, y, score: new Float64Array(time.length).fill(NaN), anomalies: [] };
  }
  const { time, y, score, learningUntil, incidents } = scored;
  return {
    time,
    y,
    score,
    learningUntil,
    anomalies: incidents.filter(({ handling }) => drawsAttention(handling, now)),
  };
}

function lastSpacing({ time }: ChartSeries['line']): number {
  return time.length < 2 ? 0 : time[time.length - 1] - time[time.length - 2];
}

function statusOf({ chart, settings }: ModelSeries, range: TimeRange, now: number): SeriesStatus {
  const stepMs = settings?.stepMs ?? lastSpacing(chart.line);
  // Other data sources do not say how far they have answered: up to the end of what they were asked for.
  const answeredUntil = answeredUntilOf(chart.frame) ?? Math.min(range.to.valueOf(), now);
  return seriesStatus(watchedColumns(chart, now), { now, answeredUntil, stepMs });
}

function openHandling({ chart: { scored } }: ModelSeries): Handling | undefined {
  const last = scored?.incidents.at(-1);
  return last?.isOpen === true ? last.handling : undefined;
}

/** How every series is doing, what needs attention first; none where the range has ended. */
export function watchedSeries(series: readonly ModelSeries[], range: TimeRange, now: number): readonly WatchedSeries[] {
  if (!reachesNow(range, now)) {
    return [];
  }
  return series
    .map((one) => ({
      key: one.chart.key,
      name: one.chart.name,
      status: statusOf(one, range, now),
      handling: openHandling(one),
    }))
    .sort((left, right) => rank[left.status.kind] - rank[right.status.kind]);
}
