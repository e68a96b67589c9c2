import { dateTimeFormat, type QueryResultMetaNotice } from '@grafana/data';
import type { Series, TimeSpan } from 'foreband-detector';
import {
  type GridColumns,
  type GridTypes,
  hull,
  isFailure,
  type MatrixAnswer,
  type PrometheusClient,
  type QueryName,
  type RangeClient,
  type RangeObserver,
} from 'foreband-prometheus';

import { info, warning } from '../../grafana/notices';

import { limitSeries, pairSeries, remarkNotices, type QuerySamples } from './querySamples';
import type { QuerySpans } from './spans';

/** A query that is ready to be sent, under the name that tells its stored samples from those of others. */
export interface LiveQuery extends QueryName {
  readonly expr: string;
  /** The name of a series of these labels. */
  readonly nameOf: (labels: Readonly<Record<string, string>>) => string;
  /** For times in messages; Grafana's name of the dashboard's time zone. */
  readonly timeZone: string;
}

/** The inputs of live samples. */
export interface LiveHost {
  readonly client: Pick<PrometheusClient, 'range'>;
  readonly ranges: RangeClient<GridTypes>;
}

type Observer = RangeObserver<GridTypes>;

function observe({ client, ranges }: LiveHost, query: LiveQuery, span: TimeSpan, signal?: AbortSignal): Observer {
  const ask: Parameters<typeof ranges.observe>[1]['ask'] = (piece, sending) => client.range(query, piece, sending);
  return ranges.observe(query, { span, ask }, signal);
}

function clock(time: number, timeZone: string, format = 'HH:mm'): string {
  return dateTimeFormat(time, { timeZone, format });
}

const HISTOGRAM_TEXT = 'Native histograms have no single value and are left out; use histogram_quantile().';

function noticesOf(answers: readonly MatrixAnswer[]): QueryResultMetaNotice[] {
  return remarkNotices({
    warnings: answers.flatMap(({ warnings, hasHistograms }) =>
      hasHistograms ? [...warnings, HISTOGRAM_TEXT] : warnings,
    ),
    infos: answers.flatMap(({ infos }) => infos),
  });
}

/** The history as far as there is one. */
interface History {
  readonly grid: GridColumns;
  readonly notices: readonly QueryResultMetaNotice[];
  readonly answers: readonly MatrixAnswer[];
  /** Whether to ask again without being told to: a server that has just not been there may be back. */
  readonly isWorthRetrying: boolean;
}

const sentence = (text: string) => (/[.!?]$/.test(text) ? text : `${text}.`);

const LENGTH_ADVICE = 'Lengthen "Step" or shorten "Training window" in the query, or raise the limit of the server.';

// The visible samples are there: rather a model of what is known than nothing at all.
async function knownHistory(host: LiveHost, query: LiveQuery, spans: QuerySpans, error: unknown): Promise<History> {
  const { training, visible } = spans;
  const grid = await host.ranges.recall(query, hull(training, visible));
  const oldest = sampleTimes([grid]).oldest ?? visible.start;
  const date = (time: number) => clock(time, query.timeZone, 'YYYY-MM-DD HH:mm');
  const missingTo = host.ranges.query(query).missing(training).at(-1)?.end ?? training.end;
  const reason = sentence(error instanceof Error ? error.message : String(error));
  const advice = isFailure(error, 'limit') ? ` ${LENGTH_ADVICE}` : '';
  const text = `The history of ${date(training.start)} to ${date(missingTo)} is missing: ${reason}${advice} Fitted to the samples from ${date(oldest)} on.`;
  return { grid, notices: [warning(text)], answers: [], isWorthRetrying: isUnreachable(error) };
}

async function readHistory(host: LiveHost, query: LiveQuery, spans: QuerySpans, observer: Observer): Promise<History> {
  try {
    const { range, answers } = await observer.complete('training');
    const date = (time: number) => clock(time, query.timeZone, 'YYYY-MM-DD HH:mm');
    const refused = `Prometheus refused the whole training window; fitted to ${date(range.coveredFrom)} to ${date(spans.training.end)}. ${LENGTH_ADVICE}`;
    const notices = range.coveredFrom > spans.training.start ? [warning(refused)] : [];
    return { grid: range, notices, answers, isWorthRetrying: false };
  } catch (error) {
    if (isFailure(error, 'cancelled')) {
      throw error;
    }
    return knownHistory(host, query, spans, error);
  }
}

/** Who waits for an answer. */
export interface Waiting {
  readonly signal?: AbortSignal;
  /** Given the visible samples as soon as they are there, if the history still has to be asked for. */
  readonly onVisible?: (series: readonly Series[]) => void;
}

/**
 * Asks Prometheus for the visible samples and then for the history, each only as far as it is not known yet. A history
 * that cannot be had is replaced by what is known of it.
 * @throws PrometheusError where the visible samples cannot be had.
 */
export async function readLive(
  host: LiveHost,
  query: LiveQuery,
  spans: QuerySpans,
  { signal, onVisible }: Waiting,
): Promise<QuerySamples> {
  const visible = observe(host, query, spans.asked, signal);
  // Wanted from the start: a history that an earlier refresh is waiting for must go on while this one is at its visible
  // part.
  const training = observe(host, query, spans.training, signal);
  const pairing = { visibleFrom: spans.visible.start, nameOf: query.nameOf };
  try {
    const { range, answers } = await visible.complete('visible');
    if (onVisible !== undefined && !(await host.ranges.isComplete(query, spans.training))) {
      onVisible(limitSeries(pairSeries(range, range, pairing)).series.map((pair) => pair.visible));
    }
    const history = await readHistory(host, query, spans, training);
    const limited = limitSeries(pairSeries(range, history.grid, pairing));
    const shownFrom = clock(range.coveredFrom, query.timeZone, 'YYYY-MM-DD HH:mm');
    const refused = `Prometheus refused the whole range; shown from ${shownFrom} on. Shorten the time range, lengthen "Step" in the query, or raise the limit of the server.`;
    return {
      series: limited.series,
      isSimulated: false,
      isStandIn: history.isWorthRetrying,
      notices: [
        ...limited.notices,
        ...(range.coveredFrom > spans.visible.start ? [warning(refused)] : []),
        ...history.notices,
        ...noticesOf([...answers, ...history.answers]),
      ],
    };
  } finally {
    visible.leave();
    training.leave();
  }
}

/** The new part of a query's answer. */
export interface Tail extends GridColumns {
  readonly notices: readonly QueryResultMetaNotice[];
}

/** The samples of a short span, asking for those alone that are new or may still change. */
export async function readTail(host: LiveHost, query: LiveQuery, span: TimeSpan, signal?: AbortSignal): Promise<Tail> {
  const observer = observe(host, query, span, signal);
  try {
    const { range, answers } = await observer.complete('visible');
    return { ...range, notices: noticesOf(answers) };
  } finally {
    observer.leave();
  }
}

function sampleTimes(grids: readonly GridColumns[]): { readonly oldest?: number; readonly newest?: number } {
  const isSample = (value: number) => !Number.isNaN(value);
  const found = grids.flatMap(({ time, columns }) =>
    [...columns.values()].flatMap(({ y }) => {
      const first = y.findIndex(isSample);
      return first === -1 ? [] : [{ oldest: time[first], newest: time[y.findLastIndex(isSample)] }];
    }),
  );
  return found.reduce<{ readonly oldest?: number; readonly newest?: number }>(
    (all, { oldest, newest }) => ({
      oldest: Math.min(all.oldest ?? Infinity, oldest),
      newest: Math.max(all.newest ?? -Infinity, newest),
    }),
    {},
  );
}

// A time of day says which day it is of for half a day.
const LONG_AGO_MS = 12 * 3_600_000;

/** The last answer of a query that cannot be asked any more, or undefined where it said nothing about this range. */
export async function recallLive(
  { ranges }: Pick<LiveHost, 'ranges'>,
  query: LiveQuery,
  spans: QuerySpans,
): Promise<QuerySamples | undefined> {
  const visible = await ranges.recall(query, spans.asked);
  const training = await ranges.recall(query, spans.training);
  const { newest } = sampleTimes([visible]);
  const limited = limitSeries(
    pairSeries(visible, training, { visibleFrom: spans.visible.start, nameOf: query.nameOf }),
  );
  if (newest === undefined || limited.series.length === 0) {
    return undefined;
  }
  const isLongAgo = spans.asked.end - newest > LONG_AGO_MS;
  const sinceText = clock(newest, query.timeZone, isLongAgo ? 'YYYY-MM-DD HH:mm' : 'HH:mm');
  const since = warning(`No data since ${sinceText}, retrying: Prometheus cannot be reached.`);
  return {
    series: limited.series,
    isSimulated: false,
    isStandIn: true,
    answeredUntil: newest,
    notices: [since, ...limited.notices],
  };
}

/** The remark where a query has an answer and nothing in it. */
export async function explainNothing(
  { ranges }: Pick<LiveHost, 'ranges'>,
  query: LiveQuery,
  spans: QuerySpans,
): Promise<QueryResultMetaNotice> {
  const { newest } = sampleTimes([await ranges.recall(query, spans.training)]);
  return newest === undefined
    ? info('No data: Prometheus has no series for this query, neither here nor in the training window.')
    : info(
        `No data in this range; the newest sample of the training window is from ${clock(newest, query.timeZone, 'YYYY-MM-DD HH:mm')}.`,
      );
}

/** Whether a failure is one in which earlier or simulated samples may stand in. */
export function isUnreachable(error: unknown): boolean {
  return isFailure(error, 'unreachable');
}
