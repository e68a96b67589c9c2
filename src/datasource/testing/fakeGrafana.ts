import '../../grafana/testing/browser';

import {
  dateTime,
  type DataQueryRequest,
  type DataSourceInstanceSettings,
  type DataSourcePluginMeta,
  type ScopedVars,
} from '@grafana/data';
import {
  setBackendSrv,
  setDataSourceSrv,
  setTemplateSrv,
  type BackendSrv,
  type BackendSrvRequest,
  type DataSourceSrv,
  type TemplateSrv,
} from '@grafana/runtime';
import { defer, type Observable } from 'rxjs';

import type { ForebandOptions } from '../options';
import { defaultQuery, type ForebandQuery } from '../query';

/** A fake server's answer: a body, or a failure as Grafana throws it. */
export type Respond = (request: BackendSrvRequest) => unknown;

/** Thrown by a `Respond`, it reaches the plugin as Grafana's FetchError does. */
export function failure(status: number, data: unknown = {}) {
  return Object.assign(new Error('failed'), { status, data });
}

/** Parameters of a request, whether in its address or in its form. */
export function paramsOf({ url, data }: BackendSrvRequest): URLSearchParams {
  return new URLSearchParams(typeof data === 'string' ? data : (url.split('?')[1] ?? ''));
}

function partial<T>(given: Partial<T>): T {
  return given as T;
}

/** Grafana's services with this server behind the proxy; gives the list of requests as they come. */
export function fakeGrafana(respond: Respond): BackendSrvRequest[] {
  const requests: BackendSrvRequest[] = [];
  const fetch = (request: BackendSrvRequest): Observable<unknown> =>
    defer(async () => {
      requests.push(request);
      return { data: await respond(request) };
    });
  setBackendSrv(partial<BackendSrv>({ fetch: fetch as BackendSrv['fetch'] }));
  setTemplateSrv(partial<TemplateSrv>({ replace: fillScoped }));
  const other = { uid: 'p', name: 'Prometheus', type: 'prometheus', url: '/grafana/api/datasources/proxy/uid/p' };
  const found = partial<DataSourceInstanceSettings>(other);
  setDataSourceSrv(
    partial<DataSourceSrv>({
      getInstanceSettings: (ref) => (isRefTo(ref, 'p') ? found : undefined),
      getList: () => [found],
    }),
  );
  return requests;
}

type Format = (value: unknown, variable: unknown) => string;

/** Grafana's variable syntax over scoped variables alone. */
export function fillScoped(text = '', scopedVars: ScopedVars = {}, format: Format | string = String): string {
  return text.replace(/\$\{(\w+)(?::(\w+))?\}|\$(\w+)/g, (written, braced?: string, own?: string, plain?: string) => {
    const variable = scopedVars[braced ?? plain ?? ''];
    if (variable === undefined) {
      return String(written);
    }
    return typeof format === 'function' && own === undefined
      ? format(variable.value, variable)
      : String(variable.value);
  });
}

/** Settings of a data source as Grafana hands them to the plugin. */
export function instanceSettings(jsonData: ForebandOptions = {}): DataSourceInstanceSettings<ForebandOptions> {
  return partial<DataSourceInstanceSettings<ForebandOptions>>({
    uid: 'foreband',
    name: 'Foreband',
    type: 'foreband-prometheus-datasource',
    url: '/grafana/api/datasources/proxy/uid/foreband',
    meta: partial<DataSourcePluginMeta>({ id: 'foreband-prometheus-datasource' }),
    jsonData,
  });
}

/** A request of a dashboard for one query over a range (epoch ms). */
export function requestFor(
  query: Partial<ForebandQuery>,
  range: { readonly from: number; readonly to: number },
  changes: Partial<DataQueryRequest<ForebandQuery>> = {},
): DataQueryRequest<ForebandQuery> {
  const [from, to] = [dateTime(range.from), dateTime(range.to)];
  return {
    requestId: 'Q1',
    interval: '1m',
    intervalMs: 60_000,
    range: { from, to, raw: { from, to } },
    scopedVars: {},
    targets: [{ ...defaultQuery, refId: 'A', ...query }],
    timezone: 'utc',
    app: 'dashboard',
    startTime: range.to,
    ...changes,
  };
}

function isRefTo(ref: unknown, uid: string): boolean {
  return typeof ref === 'object' && ref !== null && 'uid' in ref && ref.uid === uid;
}
