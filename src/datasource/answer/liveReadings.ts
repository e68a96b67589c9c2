import { dateTimeFormat, type QueryResultMetaNotice } from '@grafana/data';
import type { Series, TimeSpan } from 'foreband-detector';
import {
  type CachedQuery,
  type GridColumns,
  isFailure,
  type OnPiece,
  type Priority,
  type PrometheusClient,
  type RangeCache,
  rangeInPieces,
  type RangeQuery,
} from 'foreband-prometheus';

import { info, warning } from '../../grafana/notices';

import { pairSeries, remarkNotices, limitSeries, type Readings } from './readings';
import type { QuerySpans } from './spans';

/** A query that is ready to be sent. */
export interface LiveQuery extends RangeQuery {
  /** How the cache tells it from others. */
  readonly cached: CachedQuery;
  /** What a series of these labels is called. */
  readonly nameOf: (labels: Readonly<Record<string, string>>) => string;
  /** For times in messages; Grafana's name of the dashboard's time zone. */
  readonly timeZone: string;
}

/** What live readings need. */
export interface LiveHost {
  readonly client: Pick<PrometheusClient, 'range'>;
  readonly cache: RangeCache;
}

interface Heard {
  readonly warnings: Set<string>;
  readonly infos: Set<string>;
}

function clock(time: number, timeZone: string, format = 'HH:mm'): string {
  return dateTimeFormat(time, { timeZone, format });
}

function asker(host: LiveHost, query: LiveQuery, heard: Heard, priority: Priority, signal?: AbortSignal) {
  return async (span: TimeSpan, onPiece: OnPiece) => {
    const { answers, coveredFrom } = await rangeInPieces(host.client, query, span, {
      priority,
      signal,
      onPiece: (piece, { series }) => onPiece(piece, series),
    });
    for (const { warnings, infos, hasHistograms } of answers) {
      warnings.forEach((text) => heard.warnings.add(text));
      infos.forEach((text) => heard.infos.add(text));
      if (hasHistograms) {
        heard.warnings.add('Native histograms have no single value and are left out; use histogram_quantile().');
      }
    }
    return { coveredFrom };
  };
}

type CoveredFrom = Readonly<Record<'visible' | 'training', number>>;

function rangeNotices(covered: CoveredFrom, spans: QuerySpans, { timeZone }: LiveQuery): QueryResultMetaNotice[] {
  const date = (time: number) => clock(time, timeZone, 'YYYY-MM-DD HH:mm');
  const shown = `Prometheus refused the whole range at once; shown from ${date(covered.visible)} on.`;
  const trained = `Prometheus refused the whole training window at once; trained on ${date(covered.training)} to ${date(spans.training.end)}.`;
  return [
    ...(covered.visible > spans.visible.start ? [warning(shown)] : []),
    ...(covered.training > spans.training.start ? [warning(trained)] : []),
  ];
}

/** Who waits for an answer. */
export interface Waiting {
  readonly signal?: AbortSignal;
  /** Given the visible readings as soon as they are there, if the history still has to be asked for. */
  readonly onVisible?: (series: readonly Series[]) => void;
}

/**
 * Asks Prometheus for the visible readings and then for the history, each only as far as it is not known yet.
 * @throws PrometheusError
 */
export async function readLive(
  host: LiveHost,
  query: LiveQuery,
  spans: QuerySpans,
  { signal, onVisible }: Waiting,
): Promise<Readings> {
  const heard: Heard = { warnings: new Set(), infos: new Set() };
  const { cache } = host;
  const visible = await cache.read(query.cached, spans.visible, asker(host, query, heard, 'visible', signal));
  if (onVisible !== undefined && !(await cache.isComplete(query.cached, spans.training))) {
    onVisible(limitSeries(pairSeries(visible, visible, query.nameOf)).series.map((pair) => pair.visible));
  }
  const training = await cache.read(query.cached, spans.training, asker(host, query, heard, 'training', signal));
  const limited = limitSeries(pairSeries(visible, training, query.nameOf));
  const covered = { visible: visible.coveredFrom, training: training.coveredFrom };
  const notices = [...limited.notices, ...rangeNotices(covered, spans, query), ...remarkNotices(heard)];
  return { series: limited.series, isSimulated: false, isStandIn: false, notices };
}

/** What is new in a query's answer. */
export interface Tail extends GridColumns {
  readonly notices: readonly QueryResultMetaNotice[];
}

/** The readings of a short span, asking for those alone that are new or may still change. */
export async function readTail(host: LiveHost, query: LiveQuery, span: TimeSpan, signal?: AbortSignal): Promise<Tail> {
  const heard: Heard = { warnings: new Set(), infos: new Set() };
  const grid = await host.cache.read(query.cached, span, asker(host, query, heard, 'visible', signal));
  return { ...grid, notices: remarkNotices(heard) };
}

function newestSample(grids: readonly GridColumns[]): number | undefined {
  const newest = grids.flatMap(({ time, columns }) =>
    [...columns.values()].map(({ y }) => time[y.findLastIndex((value) => !Number.isNaN(value))] ?? -Infinity),
  );
  const time = newest.reduce((left, right) => Math.max(left, right), -Infinity);
  return Number.isFinite(time) ? time : undefined;
}

/** What a query that cannot be asked any more had said, or undefined where it said nothing about this range. */
export async function recallLive(
  { cache }: Pick<LiveHost, 'cache'>,
  query: LiveQuery,
  spans: QuerySpans,
): Promise<Readings | undefined> {
  const visible = await cache.recall(query.cached, spans.visible);
  const training = await cache.recall(query.cached, spans.training);
  const newest = newestSample([visible]);
  const limited = limitSeries(pairSeries(visible, training, query.nameOf));
  if (newest === undefined || limited.series.length === 0) {
    return undefined;
  }
  const since = warning(`No data since ${clock(newest, query.timeZone)}, retrying: Prometheus cannot be reached.`);
  return {
    series: limited.series,
    isSimulated: false,
    isStandIn: true,
    answeredUntil: newest,
    notices: [since, ...limited.notices],
  };
}

/** What to say where a query has an answer and nothing in it. */
export async function explainNothing(
  { cache }: Pick<LiveHost, 'cache'>,
  query: LiveQuery,
  spans: QuerySpans,
): Promise<QueryResultMetaNotice> {
  const newest = newestSample([await cache.recall(query.cached, spans.training)]);
  return newest === undefined
    ? info('No data: Prometheus has no series for this query, neither here nor in the training window.')
    : info(
        `No data in this range; the newest reading of the training window is of ${clock(newest, query.timeZone, 'YYYY-MM-DD HH:mm')}.`,
      );
}

/** Whether a failure is one in which earlier or simulated readings may stand in. */
export function isUnreachable(error: unknown): boolean {
  return isFailure(error, 'unreachable');
}
