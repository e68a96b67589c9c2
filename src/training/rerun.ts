import {
  LoadingState,
  type DataFrame,
  type DataQueryError,
  type DataQueryRequest,
  type DataSourceApi,
  type PanelData,
  type ScopedVars,
} from '@grafana/data';
import { getDataSourceSrv, getRunRequest, getTemplateSrv } from '@grafana/runtime';
import type { DataQuery, DataSourceRef } from '@grafana/schema';
import { PrometheusError, saysLimit } from 'foreband-prometheus';
import { filter, firstValueFrom, fromEvent, merge, mergeMap, throwError, type Observable } from 'rxjs';

// The only file that touches Grafana's query execution: `getRunRequest` is exported for scenes but marked internal.

/** A data source that can be asked again. */
export interface AskableSource {
  readonly uid: string;
  readonly name: string;
  /** The queries with their variables filled in, as text: differs whenever the answer may differ. */
  fingerprint(targets: readonly DataQuery[], request: DataQueryRequest): string;
  /**
   * Asks, and gives the frames of the complete answer.
   * @throws Error in the data source's own words; PrometheusError of the kind `limit` where they say that the range is
   * too long for it.
   */
  ask(request: DataQueryRequest, signal: AbortSignal): Promise<DataFrame[]>;
}

/** Finds the data source a query refers to. */
export type FindSource = (ref: DataSourceRef, scopedVars: ScopedVars) => Promise<AskableSource>;

/** Asks a data source as Grafana asks it for a panel: packets of data as they come. */
export function runQuery(api: DataSourceApi, request: DataQueryRequest): Observable<PanelData> {
  return getRunRequest()(api, request);
}

/** Whether a packet is the last of a question that does not stream. */
export function isComplete({ state }: PanelData): boolean {
  return state !== LoadingState.Loading && state !== LoadingState.NotStarted;
}

// Only ever compared. Text, since a value with a quote in it leaves no JSON that could be read again.
function interpolated(api: DataSourceApi, targets: readonly DataQuery[], request: DataQueryRequest): string {
  const queries = api.interpolateVariablesInQueries?.([...targets], request.scopedVars, request.filters);
  return queries === undefined
    ? getTemplateSrv().replace(JSON.stringify(targets), request.scopedVars)
    : JSON.stringify(queries);
}

function aborted(signal: AbortSignal) {
  return fromEvent(signal, 'abort').pipe(
    mergeMap(() => throwError(() => new Error('The training request was canceled.'))),
  );
}

function refusal({ message, data, status }: DataQueryError): Error {
  const text = message ?? data?.message ?? 'The data source refused the training query.';
  return saysLimit(text) ? new PrometheusError('limit', text, status) : new Error(text);
}

async function askOnce(api: DataSourceApi, request: DataQueryRequest, signal: AbortSignal): Promise<DataFrame[]> {
  const targets = request.targets.filter((target) => api.filterQuery?.(target) ?? true);
  if (targets.length === 0) {
    return [];
  }
  const complete = runQuery(api, { ...request, targets }).pipe(filter(isComplete));
  const data = await firstValueFrom(merge(complete, aborted(signal)));
  const [error] = data.errors ?? [];
  if (error !== undefined && data.series.length === 0) {
    throw refusal(error);
  }
  return data.series;
}

/** The data source behind a reference, as Grafana knows it. */
export const findSource: FindSource = async (ref, scopedVars) => {
  const api = await getDataSourceSrv().get(ref, scopedVars);
  return {
    uid: api.uid,
    name: api.name,
    fingerprint: (targets, request) => JSON.stringify([api.uid, request.filters, interpolated(api, targets, request)]),
    ask: (request, signal) => askOnce(api, request, signal),
  };
};
