import { posix } from 'node:path';
import { hasRole, parseRole, type Role } from './roles';

/** One entry of `routes` in a data source's plugin.json. */
export interface ProxyRoute {
  /** An HTTP method; '*' or nothing stands for every one. */
  readonly method?: string;
  /** A prefix of the proxied path. */
  readonly path?: string;
  /** The weakest role that may take this route; nothing stands for everybody. */
  readonly reqRole?: string;
}

/** A request that asks to pass the data proxy. */
export interface ProxyAttempt {
  readonly method: string;
  /** The path below `/api/datasources/proxy/uid/<uid>/`. */
  readonly path: string;
  readonly role: Role;
  /** The data source's plugin id. */
  readonly type: string;
}

const WRITES = ['DELETE', 'PUT', 'POST'];
const WRITES_NEED_A_ROUTE = [
  'prometheus',
  'grafana-amazonprometheus-datasource',
  'grafana-azureprometheus-datasource',
  'loki',
];

/**
 * Why Grafana's data proxy refuses a request, or undefined when it lets it pass: `validateRequest` of
 * pkg/api/pluginproxy/ds_proxy.go. The first route whose method and path prefix match decides.
 *
 * `emptyPathMatches`: whether a route without a path matches every request. It does in Grafana 13; releases that clean
 * the path to '.' (12.0 to 12.3 among them) never match it, so a plugin must not rely on it for what matters.
 */
export function refusalOf(
  attempt: ProxyAttempt,
  routes: readonly ProxyRoute[],
  emptyPathMatches = true,
): string | undefined {
  const route = routes.find((candidate) => matches(attempt, candidate, emptyPathMatches));
  if (route !== undefined) {
    const needed = parseRole(route.reqRole);
    return needed === undefined || hasRole(attempt.role, needed) ? undefined : 'plugin proxy route access denied';
  }
  return WRITES_NEED_A_ROUTE.includes(attempt.type) && WRITES.includes(attempt.method)
    ? `non allow-listed ${attempt.method}s not allowed on proxied ${attempt.type} datasource`
    : undefined;
}

function matches({ method, path }: ProxyAttempt, route: ProxyRoute, emptyPathMatches: boolean): boolean {
  const wanted = route.method || '*';
  const prefix = cleanRelativePath(route.path ?? '');
  const isUnder = prefix === '' ? emptyPathMatches : cleanRelativePath(path).startsWith(prefix);
  return isUnder && (wanted === '*' || wanted === method);
}

/** `CleanRelativePath` of Grafana's pkg/plugins: no leading slash, no '.', '..' or doubled slash. */
function cleanRelativePath(path: string): string {
  return posix.join('/', path).slice(1).replace(/\/$/, '');
}
