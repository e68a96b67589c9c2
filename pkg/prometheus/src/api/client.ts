import type { TimeSpan } from '../span.js';

import { readEnvelope, readMatrix, type MatrixAnswer } from './answer.js';
import type { Priority, RequestQueue } from './requestQueue.js';
import type { PrometheusRequest, Send } from './transport.js';
import { textsIn } from './untyped.js';

/** Where Prometheus is and how it wants to be asked. */
export interface Connection {
  /** The data source's own address through Grafana's proxy, sub-path included; or that of another data source. */
  readonly baseUrl: string;
  /** Parameters added to every request, for instance `dedup` of Thanos. */
  readonly customParameters: ReadonlyArray<readonly [string, string]>;
  /** How long Prometheus may take for a query, in ms. Default: what Prometheus is set to. */
  readonly queryTimeoutMs?: number;
}

/** How urgently, and for how long, an answer is wanted. */
export interface Wanted {
  readonly signal?: AbortSignal;
  /** Default `visible`. */
  readonly priority?: Priority;
}

/** A query at a fixed step. */
export interface RangeQuery {
  readonly expr: string;
  readonly stepMs: number;
}

/** Which series and which stretch of time a look-up of labels is about. */
export interface LabelScope {
  /** A selector, for instance `{job="node"}`. Default: every series. */
  readonly selector?: string;
  readonly span?: TimeSpan;
}

/** Prometheus's API as far as Foreband uses it. Every method throws PrometheusError. */
export interface PrometheusClient {
  /** Values on every multiple of the step in the span; at most 11,000. */
  range(query: RangeQuery, span: TimeSpan, wanted?: Wanted): Promise<MatrixAnswer>;
  /** Values at one moment (epoch ms). */
  instant(expr: string, time: number, wanted?: Wanted): Promise<MatrixAnswer>;
  labelNames(scope: LabelScope, wanted?: Wanted): Promise<string[]>;
  labelValues(label: string, scope: LabelScope, wanted?: Wanted): Promise<string[]>;
  /** The server's facts about itself, untyped: each product answers differently. */
  buildInfo(wanted?: Wanted): Promise<unknown>;
}

type Params = ReadonlyArray<readonly [string, string]>;

// Prometheus itself stops at its time-out; the answer then needs a moment to come back.
const ANSWER_MARGIN_MS = 2000;

const seconds = (time: number) => String(time / 1000);

function scopeParams({ selector, span }: LabelScope): Params {
  return [
    ...(selector === undefined ? [] : [['match[]', selector] as const]),
    ...(span === undefined ? [] : [['start', seconds(span.start)] as const, ['end', seconds(span.end)] as const]),
  ];
}

// From Prometheus 3 on, a name that is not a plain one is written U__ with its other characters in hexadecimal.
function pathName(label: string): string {
  if (/^[a-zA-Z_][a-zA-Z0-9_]*$/.test(label)) {
    return label;
  }
  const escaped = Array.from(label, (character) => {
    if (character === '_') {
      return '__';
    }
    return /[a-zA-Z0-9]/.test(character) ? character : `_${(character.codePointAt(0) ?? 0).toString(16)}_`;
  });
  return `U__${escaped.join('')}`;
}

/** A client for one Prometheus; the queue is shared by all that ask the same server. */
export function createClient(connection: Connection, queue: RequestQueue, send: Send): PrometheusClient {
  const { baseUrl, customParameters, queryTimeoutMs } = connection;
  const timeoutMs = queryTimeoutMs === undefined ? undefined : queryTimeoutMs + ANSWER_MARGIN_MS;

  async function ask(request: Pick<PrometheusRequest, 'path' | 'params' | 'canPost'>, wanted: Wanted = {}) {
    const { signal, priority = 'visible' } = wanted;
    const params = [...request.params, ...customParameters];
    const body = await queue.run(() => send({ ...request, params, baseUrl, timeoutMs, signal }), priority, signal);
    return readEnvelope(body);
  }

  function timeoutParam(): Params {
    return queryTimeoutMs === undefined ? [] : [['timeout', `${queryTimeoutMs}ms`]];
  }

  return {
    async range({ expr, stepMs }, { start, end }, wanted) {
      const span: Params = [
        ['start', seconds(start)],
        ['end', seconds(end)],
        ['step', seconds(stepMs)],
      ];
      const params: Params = [['query', expr], ...span, ...timeoutParam()];
      return readMatrix(await ask({ path: '/api/v1/query_range', params, canPost: true }, wanted));
    },
    async instant(expr, time, wanted) {
      const params: Params = [['query', expr], ['time', seconds(time)], ...timeoutParam()];
      return readMatrix(await ask({ path: '/api/v1/query', params, canPost: true }, wanted));
    },
    async labelNames(scope, wanted) {
      return textsIn((await ask({ path: '/api/v1/labels', params: scopeParams(scope) }, wanted)).data);
    },
    async labelValues(label, scope, wanted) {
      const path = `/api/v1/label/${encodeURIComponent(pathName(label))}/values`;
      return textsIn((await ask({ path, params: scopeParams(scope) }, wanted)).data);
    },
    async buildInfo(wanted) {
      return (await ask({ path: '/api/v1/status/buildinfo', params: [] }, wanted)).data;
    },
  };
}
