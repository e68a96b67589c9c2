import type { DataFrame, QueryResultMetaNotice } from '@grafana/data';
import type { DatedSettings, DetectionOutcome, Engine } from 'foreband-engine';
import { offerRate } from 'foreband-prometheus';

import { withAnsweredUntil } from '../../grafana/answeredUntil';
import { withExecutedQuery } from '../../grafana/executedQuery';
import { info } from '../../grafana/notices';

import { ANNOTATION_QUERY_TYPE, defaultScenario, type ForebandQuery } from '../query';

import { detectAll } from './detectAll';
import { carryNotices, outcomeFrames, outcomeNotices } from './frames';
import {
  explainNothing,
  isUnreachable,
  readLive,
  recallLive,
  type LiveHost,
  type LiveQuery,
  type Waiting,
} from './liveSamples';
import { lookUpCalendar } from './lookUpCalendar';
import type { QuerySamples } from './querySamples';
import { simulatedSamples } from './simulatedSamples';
import type { QuerySpans } from './spans';

/** A query with everything filled in; `lookUpCalendar` adds its calendar. */
export interface PreparedQuery extends DatedSettings {
  readonly query: ForebandQuery;
  readonly spans: QuerySpans;
  /** Legend format, variables filled in. */
  readonly legendFormat: string;
  /**
   * The PromQL to send, looked up where the metric is `auto`.
   * @throws PrometheusError where that look-up fails.
   */
  readonly findLive: () => Promise<LiveQuery & { readonly unit?: string }>;
  /** The request as far as it is known without asking: for a query that cannot be asked any more. */
  readonly knownLive: () => Promise<(LiveQuery & { readonly unit?: string }) | undefined>;
}

/** The parts that answers are made from. */
export interface AnswerHost extends LiveHost {
  readonly loadEngine: () => Promise<Pick<Engine, 'detect' | 'roll'>>;
  /** Whether the data source lets simulated data stand in. */
  readonly showSimulationWhenUnreachable: boolean;
  /** Remarks about the browser, for instance that it blocks the store. */
  readonly hostNotices: () => readonly QueryResultMetaNotice[];
}

/** A query's frames. */
export interface Answer {
  readonly frames: readonly DataFrame[];
  /** True where this stands in for an answer that Prometheus could not give: worth asking again. */
  readonly isStandIn: boolean;
}

/** A query's samples with what was asked. */
export interface Read extends QuerySamples {
  readonly expr: string;
  readonly unit?: string;
}

function simulated(prepared: PreparedQuery, isStandIn: boolean): Read {
  const { query, settings, spans, legendFormat } = prepared;
  const scenario = query.scenario ?? defaultScenario;
  const samples = simulatedSamples(scenario, spans, { stepMs: settings.stepMs, legendFormat, isStandIn });
  return { ...samples, expr: '', unit: 'percentunit' };
}

async function standIn(host: AnswerHost, prepared: PreparedQuery, failure: unknown): Promise<Read> {
  const live = await prepared.knownLive();
  const hasHadData = live !== undefined && (await host.ranges.hasSamples(live));
  if (live !== undefined && hasHadData) {
    const recalled = await recallLive(host, live, prepared.spans);
    if (recalled !== undefined) {
      return { ...recalled, expr: live.expr, unit: live.unit };
    }
  }
  const isAnnotation = prepared.query.queryType === ANNOTATION_QUERY_TYPE;
  if (hasHadData || isAnnotation || !host.showSimulationWhenUnreachable) {
    throw failure;
  }
  return simulated(prepared, true);
}

/**
 * Reads what a query asks for.
 * @throws PrometheusError where Prometheus does not answer, or refuses.
 */
export async function readAsked(host: LiveHost, prepared: PreparedQuery, waiting: Waiting = {}): Promise<Read> {
  if (prepared.query.source === 'simulation') {
    return simulated(prepared, false);
  }
  const live = await prepared.findLive();
  const samples = await readLive(host, live, prepared.spans, waiting);
  const nothing = samples.series.length === 0 ? [await explainNothing(host, live, prepared.spans)] : [];
  return { ...samples, notices: [...samples.notices, ...nothing], expr: live.expr, unit: live.unit };
}

/**
 * Reads what a query asks for; while Prometheus cannot be reached, what it said earlier or a simulation stands in.
 * @throws PrometheusError where nothing may stand in.
 */
export async function readQuery(host: AnswerHost, prepared: PreparedQuery, waiting: Waiting = {}): Promise<Read> {
  try {
    return await readAsked(host, prepared, waiting);
  } catch (error) {
    if (isUnreachable(error)) {
      return standIn(host, prepared, error);
    }
    throw error;
  }
}

function rateNotice(expr: string): QueryResultMetaNotice[] {
  const rate = offerRate(expr);
  return rate === undefined ? [] : [info(`Use ${rate}`)];
}

/** The frames of a query's outcomes, with what there is to say about them. */
export function answerOf(
  host: Pick<AnswerHost, 'hostNotices'>,
  { query, spans }: Pick<PreparedQuery, 'query' | 'spans'>,
  samples: Omit<Read, 'series'>,
  outcomes: readonly DetectionOutcome[],
): Answer {
  const { refId, output } = query;
  const { isSimulated, isStandIn, unit, answeredUntil = spans.visible.end } = samples;
  const isCounter = outcomes.some(({ kind }) => kind === 'counter');
  const remarks = [...outcomeNotices(outcomes), ...(isCounter ? rateNotice(samples.expr) : []), ...host.hostNotices()];
  const notices = isSimulated
    ? { once: remarks, onEach: samples.notices }
    : { once: [...samples.notices, ...remarks], onEach: [] };
  const frames = outcomeFrames(outcomes, { refId, output, isSimulated, unit });
  const answered = carryNotices(frames, notices, refId).map((frame) =>
    withExecutedQuery(withAnsweredUntil(frame, answeredUntil), samples.expr),
  );
  return { frames: answered, isStandIn };
}

/**
 * Answers one query.
 * @throws PrometheusError or RangeError with a message for the user.
 */
export async function answerQuery(host: AnswerHost, asked: PreparedQuery, waiting: Waiting = {}): Promise<Answer> {
  const prepared = await lookUpCalendar(asked);
  const { query, settings, calendar, spans } = prepared;
  const samples = await readQuery(host, prepared, waiting);
  if (samples.isSimulated && query.queryType === ANNOTATION_QUERY_TYPE) {
    return { frames: [], isStandIn: samples.isStandIn };
  }
  const engine = await host.loadEngine();
  const outcomes = await detectAll(engine, samples, spans, { settings, calendar, signal: waiting.signal });
  return answerOf(host, prepared, samples, outcomes);
}
