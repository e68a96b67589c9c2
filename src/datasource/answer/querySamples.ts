import type { QueryResultMetaNotice } from '@grafana/data';
import type { Series } from 'foreband-detector';
import { firstRowFrom, type SampleRows } from 'foreband-engine';
import { type GridColumns, seriesKey } from 'foreband-prometheus';

import { info, warning } from '../../grafana/notices';

/** A series to score, with the history to fit to. */
export interface SeriesSamples {
  readonly visible: Series;
  /** Samples of the hours before the visible ones, as far as they were asked for. */
  readonly lead: SampleRows;
  readonly training: Series;
}

/** Everything a query read. */
export interface QuerySamples {
  readonly series: readonly SeriesSamples[];
  readonly isSimulated: boolean;
  /**
   * True where Prometheus could not be asked and this is what it said earlier, a simulation, or all but the history:
   * worth asking again.
   */
  readonly isStandIn: boolean;
  /** The newest step (epoch ms) there is an answer for, where that is not the end of the visible span. */
  readonly answeredUntil?: number;
  readonly notices: readonly QueryResultMetaNotice[];
}

/** Series beyond which an answer is cut. */
export const MAX_SERIES = 1000;

function hasValue(y: Float64Array): boolean {
  return y.some((value) => !Number.isNaN(value));
}

function emptyGrid({ time }: GridColumns): Float64Array {
  return new Float64Array(time.length).fill(NaN);
}

/** How an answer is divided into series. */
export interface Pairing {
  /** The first visible step, epoch ms: what was asked for before it leads in. */
  readonly visibleFrom: number;
  readonly nameOf: (labels: Series['labels']) => string;
}

/** Pairs the visible series with the hours before and their own history; a series that shows nothing is left out. */
export function pairSeries(
  asked: GridColumns,
  training: GridColumns,
  { visibleFrom, nameOf }: Pairing,
): SeriesSamples[] {
  const noHistory = emptyGrid(training);
  const first = firstRowFrom(asked.time, visibleFrom);
  const time = asked.time.subarray(first);
  const before = asked.time.subarray(0, first);
  return [...asked.columns.values()]
    .filter(({ y }) => hasValue(y.subarray(first)))
    .map(({ labels, y }) => {
      const name = nameOf(labels);
      const history = training.columns.get(seriesKey(labels))?.y ?? noHistory;
      return {
        visible: { name, labels, time, y: y.subarray(first) },
        lead: { time: before, y: y.subarray(0, first) },
        training: { name, labels, time: training.time, y: history },
      };
    })
    .sort((left, right) => left.visible.name.localeCompare(right.visible.name, 'en', { numeric: true }));
}

/** The first thousand series, and what to tell the reader about the rest. */
export function limitSeries(series: readonly SeriesSamples[]): Pick<QuerySamples, 'series' | 'notices'> {
  if (series.length <= MAX_SERIES) {
    return { series, notices: [] };
  }
  const text = `${series.length} series found, the first ${MAX_SERIES} are shown. Narrow the query, or aggregate with sum by or avg by.`;
  return { series: series.slice(0, MAX_SERIES), notices: [warning(text)] };
}

/** Prometheus's remarks besides the data, each once. */
export function remarkNotices(remarks: {
  readonly warnings: Iterable<string>;
  readonly infos: Iterable<string>;
}): QueryResultMetaNotice[] {
  return [...[...new Set(remarks.warnings)].map(warning), ...[...new Set(remarks.infos)].map(info)];
}
