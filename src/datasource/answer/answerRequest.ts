import {
  CoreApp,
  LoadingState,
  rangeUtil,
  type DataQueryError,
  type DataQueryRequest,
  type DataQueryResponse,
  type ScopedVars,
} from '@grafana/data';
import { defer, EMPTY, expand, finalize, map, Observable, switchMap, timer } from 'rxjs';
import type { Series } from 'foreband-detector';
import { type FillText, isFailure } from 'foreband-prometheus';

import { migrateQuery } from '../migrateQuery';
import { ANNOTATION_QUERY_TYPE, isRunnable, type ForebandQuery } from '../query';

import { answerQuery, type Answer, type AnswerHost, type PreparedQuery } from './answerQuery';
import { samplesFrame } from './frames';
import type { QueryScope } from './prepareQuery';

/** The means of the data source that answering a request of Grafana needs. */
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
  /** True for samples shown while the history is still on its way. */
  readonly isPartial: boolean;
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

/**
 * The values that a request's queries are filled in with; a retry comes later, so that a range such as "now-6h" has
 * moved on.
 */
export function scopeOf(request: Request, { fillText, now }: RequestHost, isRetry = false): QueryScope {
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

function toQueryError(error: unknown, refId: string, isRetried: boolean): DataQueryError {
  const message = error instanceof Error ? error.message : String(error);
  const nothingKnown = ' Nothing of this query is stored in this browser; retrying until there is an answer.';
  return { refId, message: isRetried && isFailure(error, 'unreachable') ? `${message}${nothingKnown}` : message };
}

// The app's pages wait for the whole.
function takesPartial({ app, panelPluginId }: Request, query: ForebandQuery): boolean {
  return watchingApps.has(app) && panelPluginId !== undefined && query.output === 'series';
}

interface Asking {
  readonly signal: AbortSignal;
  readonly isRetry: boolean;
  /** Told what can be shown before everything has been asked. */
  readonly onPartial: (outcome: Outcome) => void;
}

async function answerAll(request: Request, requestHost: RequestHost, asking: Asking): Promise<Outcome> {
  const { signal, isRetry, onPartial } = asking;
  const queries = request.targets.map(migrateQuery).filter((query) => query.hide !== true && isRunnable(query));
  if (queries.length === 0) {
    return { answers: [], errors: [], isPartial: false };
  }
  const scope = scopeOf(request, requestHost, isRetry);
  const errors: DataQueryError[] = [];
  const visible = new Map<string, Answer>();
  const answerOne = async (query: ForebandQuery): Promise<Answer> => {
    const { refId } = query;
    const showVisible = (series: readonly Series[]) => {
      visible.set(refId, { frames: series.map((own) => samplesFrame(own, { refId })), isStandIn: false });
      onPartial({ answers: [...visible.values()], errors: [], isPartial: true });
    };
    const onVisible = takesPartial(request, query) && !isRetry ? showVisible : undefined;
    try {
      const answer = await answerQuery(requestHost.host(), requestHost.prepare(query, scope), { signal, onVisible });
      visible.set(refId, answer);
      return answer;
    } catch (error) {
      if (!isFailure(error, 'cancelled') && !signal.aborted) {
        errors.push(toQueryError(error, refId, isWatched(request)));
      }
      return { frames: [], isStandIn: isFailure(error, 'unreachable') };
    }
  };
  return { answers: await Promise.all(queries.map(answerOne)), errors, isPartial: false };
}

function observeAnswers(request: Request, requestHost: RequestHost, asking: Omit<Asking, 'onPartial'>) {
  return new Observable<Outcome>((subscriber) => {
    const onPartial = (outcome: Outcome) => subscriber.next(outcome);
    answerAll(request, requestHost, { ...asking, onPartial }).then(
      (outcome) => {
        subscriber.next(outcome);
        subscriber.complete();
      },
      (error: unknown) => subscriber.error(error),
    );
  });
}

function toResponse({ answers, errors, isPartial }: Outcome, request: Request): DataQueryResponse {
  const data = answers.flatMap(({ frames }) => frames);
  const key = request.requestId;
  return errors.length === 0
    ? { key, data, state: isPartial ? LoadingState.Loading : LoadingState.Done }
    : { key, data, state: LoadingState.Error, error: errors[0], errors: [...errors] };
}

/** Whether somebody goes on looking at the answer. */
export function isWatched({ app, targets }: Request): boolean {
  return watchingApps.has(app) && targets.every(({ queryType }) => queryType !== ANNOTATION_QUERY_TYPE);
}

/**
 * Answers a request: one packet, before it one with the samples alone where the history takes longer, and where
 * Prometheus could not be reached another one at each retry until it answers.
 */
export function answerRequest(request: Request, requestHost: RequestHost): Observable<DataQueryResponse> {
  const { running, retryMs = RETRY_MS } = requestHost;
  return defer(() => {
    const controller = new AbortController();
    const { signal } = controller;
    running.get(request.requestId)?.abort();
    running.set(request.requestId, controller);
    const ask = (isRetry: boolean) => observeAnswers(request, requestHost, { signal, isRetry });
    const mustRetry = ({ answers, isPartial }: Outcome) =>
      !isPartial && !signal.aborted && isWatched(request) && answers.some(({ isStandIn }) => isStandIn);
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
