import type { QueryResultMetaNotice } from '@grafana/data';
import type { TimeSpan } from 'foreband-detector';
import { inSlices } from 'foreband-engine';
import { seriesKey, settledTo } from 'foreband-prometheus';

import {
  answerOf,
  readAsked,
  readQuery,
  type Answer,
  type AnswerHost,
  type PreparedQuery,
  type Read,
} from '../answer/answerQuery';
import { detectAll } from '../answer/detectAll';
import { lookUpCalendar } from '../answer/lookUpCalendar';
import { readTail, type LiveQuery, type Tail } from '../answer/liveSamples';
import type { SeriesSamples } from '../answer/querySamples';
import { simulatedSamples } from '../answer/simulatedSamples';
import { defaultScenario } from '../query';

import { SeriesWatch, type WatchWindow } from './seriesWatch';

/** The outcome of a poll. */
export interface LiveAnswer extends Answer {
  /** The newest step (epoch ms) that was asked for. */
  readonly answeredUntil: number;
  /** The newest sample of any series (epoch ms), or minus infinity. */
  readonly newest: number;
  /** Whether a sample is missing that may still come. */
  readonly isAwaiting: boolean;
  /** In ms. */
  readonly stepMs: number;
  /** Whether this differs from what the poll before brought. */
  readonly isNew: boolean;
}

/** The parts of a session. */
export interface LiveSessionHost {
  readonly host: () => AnswerHost;
  /** The query filled in for this moment. */
  readonly prepare: (now: number) => PreparedQuery;
  readonly now: () => number;
  readonly scrapeIntervalMs: number;
}

/** Everything a session knows between two polls. */
interface Watching {
  readonly live: LiveQuery | undefined;
  readonly read: Omit<Read, 'series'>;
  readonly trainedTo: number;
  readonly watches: readonly SeriesWatch[];
}

/**
 * The same query with its visible span reaching back to the end of the training: the model is fitted on to what came
 * between.
 */
function fromTrainingOn(prepared: PreparedQuery): PreparedQuery {
  const { spans, settings } = prepared;
  const start = Math.min(spans.visible.start, spans.training.end + settings.stepMs);
  const visible = { ...spans.visible, start };
  return { ...prepared, spans: { ...spans, visible, asked: visible } };
}

function shownFrom(read: Read, { start }: TimeSpan): Read {
  const series = read.series.map(({ visible, lead, training }) => {
    const first = Math.max(
      0,
      visible.time.findIndex((time) => time >= start),
    );
    return {
      training,
      lead,
      visible: { ...visible, time: visible.time.subarray(first), y: visible.y.subarray(first) },
    };
  });
  return { ...read, series };
}

function tailOfSimulation({ query, settings, spans, legendFormat }: PreparedQuery, span: TimeSpan): Tail {
  const short = { ...spans, visible: span, asked: span, training: { start: span.start, end: span.start } };
  const options = { stepMs: settings.stepMs, legendFormat, isStandIn: false };
  const { series, notices } = simulatedSamples(query.scenario ?? defaultScenario, short, options);
  const columns = new Map(series.map(({ visible }) => [seriesKey(visible.labels), visible]));
  return { time: series[0].visible.time, columns, notices };
}

/** The same remark once, whether it is of the start or of now. */
function withoutRepeats(notices: readonly QueryResultMetaNotice[]): QueryResultMetaNotice[] {
  return [...new Map(notices.map((notice) => [notice.text, notice])).values()];
}

function hasStranger({ columns }: Tail, watches: readonly SeriesWatch[]): boolean {
  const known = new Set(watches.map(({ key }) => key));
  return [...columns].some(([key, { y }]) => !known.has(key) && y.some(Number.isFinite));
}

interface Polling {
  readonly host: AnswerHost;
  readonly prepared: PreparedQuery;
  readonly window: WatchWindow;
  readonly signal: AbortSignal;
}

/** A query as it goes on. Its polls must follow one another. */
export class LiveSession {
  private watching: Watching | undefined;
  private answeredUntil = -Infinity;
  private last: LiveAnswer | undefined;

  constructor(private readonly sessionHost: LiveSessionHost) {}

  /**
   * Asks for what is new, and scores it.
   * @throws PrometheusError or RangeError with a message for the user; the session goes on at the next poll.
   */
  async poll(signal: AbortSignal): Promise<LiveAnswer> {
    const now = this.sessionHost.now();
    const prepared = await lookUpCalendar(this.sessionHost.prepare(now));
    const { visible, forecast, training } = prepared.spans;
    const window = { visible, forecastEnd: forecast.end, settledUntil: this.settled(now, prepared) };
    const polling = { host: this.sessionHost.host(), prepared, window, signal };
    const { watching } = this;
    return watching?.trainedTo === training.end && watching.watches.length > 0
      ? this.follow(watching, polling)
      : this.start(polling);
  }

  private settled(moment: number, { settings }: PreparedQuery): number {
    return settledTo(moment, settings.stepMs, this.sessionHost.scrapeIntervalMs);
  }

  private async start(polling: Polling): Promise<LiveAnswer> {
    const { host, prepared, signal } = polling;
    const whole = fromTrainingOn(prepared);
    // Once there is something on screen nothing may stand in for an answer.
    const read = await (this.watching === undefined ? readQuery : readAsked)(host, whole, { signal });
    return read.isStandIn ? standIn(polling, shownFrom(read, prepared.spans.visible)) : this.open(polling, read);
  }

  private async open({ host, prepared, window, signal }: Polling, read: Read): Promise<LiveAnswer> {
    const engine = await host.loadEngine();
    const { settings, calendar, spans, query, findLive } = prepared;
    const { series, ...rest } = read;
    const earlier = new Map(this.watching?.watches.map(({ key, rows }) => [key, rows]));
    const watch = (pair: SeriesSamples) =>
      new SeriesWatch(engine, pair, {
        settings,
        calendar,
        window,
        earlier: earlier.get(seriesKey(pair.visible.labels)),
      });
    const watches = await inSlices(series, watch, { signal });
    const live = query.source === 'simulation' ? undefined : await findLive();
    this.watching = { live, read: rest, trainedTo: spans.training.end, watches };
    this.answeredUntil = window.visible.end;
    return this.answer(this.watching, { host, prepared, window, signal });
  }

  private async follow(watching: Watching, polling: Polling): Promise<LiveAnswer> {
    const { host, prepared, window, signal } = polling;
    const { end } = window.visible;
    const settled = Math.min(this.answeredUntil, this.settled(this.answeredUntil, prepared));
    const span = { start: Math.min(settled + prepared.settings.stepMs, end), end };
    const tail =
      watching.live === undefined
        ? tailOfSimulation(prepared, span)
        : await readTail(host, watching.live, span, signal);
    if (hasStranger(tail, watching.watches)) {
      return this.start(polling);
    }
    const nothing = new Float64Array(tail.time.length).fill(NaN);
    const take = (watch: SeriesWatch) =>
      watch.take({ time: tail.time, y: tail.columns.get(watch.key)?.y ?? nothing }, window);
    const changes = await inSlices(watching.watches, take, { signal });
    this.answeredUntil = end;
    const isAwaiting = watching.watches.some((watch) => watch.isAwaiting(window));
    return this.last === undefined || changes.includes(true)
      ? this.answer(watching, polling, tail.notices)
      : { ...this.last, isAwaiting, isNew: false };
  }

  private async answer(
    { read, watches }: Watching,
    { host, prepared, window, signal }: Polling,
    notices: readonly QueryResultMetaNotice[] = [],
  ): Promise<LiveAnswer> {
    const outcomes = await inSlices(watches, (watch) => watch.outcome(window) ?? [], { signal });
    const said = { ...read, notices: withoutRepeats([...read.notices, ...notices]) };
    this.last = {
      ...answerOf(host, prepared, said, outcomes.flat()),
      answeredUntil: this.answeredUntil,
      newest: watches.reduce((newest, watch) => Math.max(newest, watch.newest), -Infinity),
      isAwaiting: watches.some((watch) => watch.isAwaiting(window)),
      stepMs: prepared.settings.stepMs,
      isNew: true,
    };
    return this.last;
  }
}

async function standIn({ host, prepared, signal }: Polling, shown: Read): Promise<LiveAnswer> {
  const { spans, settings, calendar } = prepared;
  const outcomes = await detectAll(await host.loadEngine(), shown, spans, { settings, calendar, signal });
  const newest = shown.answeredUntil ?? spans.visible.end;
  const answer = answerOf(host, prepared, shown, outcomes);
  return { ...answer, answeredUntil: newest, newest, isAwaiting: false, stepMs: settings.stepMs, isNew: true };
}
