import {
  CoreApp,
  LoadingState,
  rangeUtil,
  type DataQueryError,
  type DataQueryRequest,
  type DataQueryResponse,
  type ScopedVars,
} from '@grafana/data';
import { defer, EMPTY, expand, finalize, map, switchMap, timer, type Observable } from 'rxjs';

import { migrateQuery } from '../migrateQuery';
import { isFailure } from '../prometheus/prometheusError';
import type { FillText } from '../promql/fillVariables';
import { ANNOTATION_QUERY_TYPE, isRunnable, type ForebandQuery } from '../query';

import { answerQuery, type Answer, type AnswerHost, type PreparedQuery } from './answerQuery';
import type { QueryScope } from './prepareQuery';

/** What answering a request of Grafana needs of its data source. */
export interface RequestHost {
  readonly prepare: (query: ForebandQuery, scope: QueryScope) => PreparedQuery;
  readonly host: () => AnswerHost;
  /** Requests under way, by Grafana's id of the request: a newer one with the same id ends the older. */
  readonly running: Map<string, AbortController>;
  readonly fillText: (scopedVars: ScopedVars) => FillText;
  readonly now: () => number;
  /** How long until Prometheus is asked again after it could not be reached, in ms. Default 15 s. */
  readonly retryMs?: number;
}

interface Outcome {
  readonly answers: readonly Answer[];
  readonly errors: readonly DataQueryError[];
}

type Request = DataQueryRequest<ForebandQuery>;

const RETRY_MS = 15_000;

// Only a page that somebody looks at asks again by itself; what waits for one answer gets one.
const watchingApps: ReadonlySet<string> = new Set([
  CoreApp.Dashboard,
  CoreApp.PanelEditor,
  CoreApp.PanelViewer,
  CoreApp.Explore,
]);

function scopeOf(request: Request, { fillText, now }: RequestHost, isRetry: boolean): QueryScope {
  // A retry comes later than the request: a range such as "now-6h" has moved on by then.
  const range = isRetry ? rangeUtil.convertRawToRange(request.range.raw, request.timezone) : request.range;
  return {
    from: range.from.valueOf(),
    to: range.to.valueOf(),
    now: now(),
    timeZone: request.timezone,
    filters: request.filters ?? [],
    fillText: fillText(request.scopedVars),
  };
}

function toQueryError(error: unknown, refId: string): DataQueryError {
  return { refId, message: error instanceof Error ? error.message : String(error) };
}

async function answerAll(
  request: Request,
  requestHost: RequestHost,
  options: { readonly signal: AbortSignal; readonly isRetry: boolean },
): Promise<Outcome> {
  const { signal, isRetry } = options;
  const queries = request.targets.map(migrateQuery).filter((query) => query.hide !== true && isRunnable(query));
  if (queries.length === 0) {
    return { answers: [], errors: [] };
  }
  const scope = scopeOf(request, requestHost, isRetry);
  const errors: DataQueryError[] = [];
  const answers = await Promise.all(
    queries.map(async (query): Promise<Answer> => {
      try {
        return await answerQuery(requestHost.host(), requestHost.prepare(query, scope), signal);
      } catch (error) {
        if (!isFailure(error, 'cancelled') && !signal.aborted) {
          errors.push(toQueryError(error, query.refId));
        }
        return { frames: [], isStandIn: isFailure(error, 'unreachable') };
      }
    }),
  );
  return { answers, errors };
}

function toResponse({ answers, errors }: Outcome, request: Request): DataQueryResponse {
  const data = answers.flatMap(({ frames }) => frames);
  const key = request.requestId;
  return errors.length === 0
    ? { key, data, state: LoadingState.Done }
    : { key, data, state: LoadingState.Error, error: errors[0], errors: [...errors] };
}

function isWatched({ app, targets }: Request): boolean {
  return watchingApps.has(app) && targets.every(({ queryType }) => queryType !== ANNOTATION_QUERY_TYPE);
}

/**
 * Answers a request: one packet, and where Prometheus could not be reached another one at each retry until it answers.
 */
export function answerRequest(request: Request, requestHost: RequestHost): Observable<DataQueryResponse> {
  const { running, retryMs = RETRY_MS } = requestHost;
  return defer(() => {
    const controller = new AbortController();
    const { signal } = controller;
    running.get(request.requestId)?.abort();
    running.set(request.requestId, controller);
    const ask = (isRetry: boolean) => defer(() => answerAll(request, requestHost, { signal, isRetry }));
    const mustRetry = ({ answers }: Outcome) =>
      !signal.aborted && isWatched(request) && answers.some(({ isStandIn }) => isStandIn);
    return ask(false).pipe(
      expand((outcome) => (mustRetry(outcome) ? timer(retryMs).pipe(switchMap(() => ask(true))) : EMPTY)),
      map((outcome) => toResponse(outcome, request)),
      finalize(() => {
        controller.abort();
        if (running.get(request.requestId) === controller) {
          running.delete(request.requestId);
        }
      }),
    );
  });
}
