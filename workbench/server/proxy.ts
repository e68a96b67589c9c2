import { refuse, type Call, type Handler, type Reply } from './http';
import { refusalOf } from './proxyRoutes';
import type { DataSourceStore } from './dataSourceStore';
import type { PluginCatalog } from './pluginCatalog';

/** `fetch`, or what stands in for it: sends a request to a server and gives its answer. */
export type Send = (address: string, init: RequestInit) => Promise<Response>;

const PATH = /^\/api\/datasources\/proxy\/uid\/([^/]+)\/?(.*)$/;
// Grafana compares such a path with the routes before it is decoded; the workbench is stricter, so that nothing relies on it.
const WANDERING = /%(2e|2f|5c)|\\|(^|\/)\.{1,2}(\/|$)/i;
const TIMEOUT_MS = 30_000;
const FORWARDED = ['accept', 'content-type'];

/** Routes that Grafana's own Prometheus data source declares in its plugin.json. */
const CORE_PROMETHEUS_ROUTES = ['query', 'query_range', 'query_exemplars', 'series', 'labels'].map((name) => ({
  method: 'POST',
  path: `api/v1/${name}`,
  reqRole: 'Viewer',
}));

/**
 * Stands in for Grafana's data proxy, `/api/datasources/proxy/uid/:uid/*` (pkg/api/pluginproxy): forwards what the
 * plugin's routes allow this role, with the data source's own credentials and query parameters.
 * @param send forwards; the browserless `fetch` by default.
 */
export function createProxy(dataSources: DataSourceStore, plugins: PluginCatalog, send: Send = fetch): Handler {
  return async (call) => {
    const match = PATH.exec(call.path);
    if (match === null) {
      return undefined;
    }
    const dataSource = dataSources.find(decodeURIComponent(match[1]));
    if (dataSource === undefined) {
      return refuse(404, 'Unable to find datasource');
    }
    if (WANDERING.test(match[2])) {
      return refuse(400, 'Refused by the workbench: the path has dots or encoded separators');
    }
    const { type } = dataSource;
    const routes = type === 'prometheus' ? CORE_PROMETHEUS_ROUTES : plugins.routesOf(type);
    const refusal = refusalOf({ method: call.method, path: match[2], role: call.role, type }, routes);
    if (refusal !== undefined) {
      return refuse(403, refusal);
    }
    if (dataSource.url === '') {
      return refuse(500, 'Failed to proxy: data source has no URL');
    }
    const address = `${dataSource.url.replace(/\/+$/, '')}/${match[2]}`;
    return forward(call, address, { send, credentials: dataSources.credentialsOf(dataSource.uid) });
  };
}

interface Forwarding {
  readonly send: Send;
  readonly credentials: Readonly<Record<string, string>>;
}

async function forward(call: Call, address: string, { send, credentials }: Forwarding): Promise<Reply> {
  const query = call.query.toString();
  const forwarded = Object.entries(call.headers).filter(([name]) => FORWARDED.includes(name));
  const timeout = AbortSignal.timeout(TIMEOUT_MS);
  try {
    const response = await send(query === '' ? address : `${address}?${query}`, {
      method: call.method,
      headers: { ...Object.fromEntries(forwarded), ...credentials, 'user-agent': 'Grafana/13' },
      body: call.method === 'GET' || call.method === 'HEAD' ? undefined : new Uint8Array(call.body),
      signal: AbortSignal.any([timeout, call.signal]),
      redirect: 'manual',
    });
    if (response.status === 401) {
      return { status: 400, headers: {}, body: 'Authentication to data source failed' };
    }
    const body = Buffer.from(await response.arrayBuffer());
    return { status: response.status, headers: { 'content-type': response.headers.get('content-type') ?? '' }, body };
  } catch {
    return { status: timeout.aborted ? 504 : 502, headers: {}, body: '' };
  }
}
