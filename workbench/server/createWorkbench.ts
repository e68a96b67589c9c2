import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { createAnnotationApi } from './annotationApi';
import { bootData } from './bootData';
import { contentSecurityPolicy, type PolicyName } from './contentSecurityPolicy';
import { createDashboardApi } from './dashboardApi';
import { createDataSourceApi } from './dataSourceApi';
import { createDataSourceStore } from './dataSourceStore';
import { json, refuse, type Call, type Handler, type Reply } from './http';
import { indexPage } from './indexPage';
import { createPluginCatalog } from './pluginCatalog';
import { createPluginSettingsApi } from './pluginSettingsApi';
import { provisionedDashboards, provisionedDataSources } from './provisioning';
import { createProxy } from './proxy';
import { openStateFile } from './stateFile';
import { createStaticFiles } from './staticFiles';

/** Where the workbench finds and keeps its things. */
export interface WorkbenchOptions {
  /** Folder of the built plugins, Grafana's `plugins/foreband-anomaly-app`. */
  readonly dist: string;
  /** Folder of the page's bundle. */
  readonly build: string;
  readonly provisioning: string;
  /** Outside the tree; holds what users saved. */
  readonly state: string;
  /** Empty, or a path without a trailing slash, such as '/grafana'. */
  readonly subPath: string;
  readonly policy: PolicyName;
  readonly grafanaVersion: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Whether pages reload themselves after a rebuild. */
  readonly reloads: boolean;
}

/** Puts the stand-ins together: a function from a request below the sub-path to its answer. */
export function createWorkbench(options: WorkbenchOptions): (call: Call) => Promise<Reply> {
  const stateFile = (name: string) => openStateFile(options.state, name);
  const plugins = createPluginCatalog(options.dist);
  const dataSources = createDataSourceStore(
    provisionedDataSources(options.provisioning, options.environment),
    stateFile('datasources'),
  );
  const handlers: readonly Handler[] = [
    createStaticFiles(plugins, options.build),
    createProxy(dataSources, plugins),
    createDataSourceApi(dataSources),
    createDashboardApi(provisionedDashboards(options.provisioning), stateFile('dashboards')),
    createAnnotationApi(stateFile('annotations')),
    createPluginSettingsApi(plugins, stateFile('plugins')),
    // Grafana's own health endpoint, for scripts that wait for the start.
    (call) =>
      call.path === '/api/health' ? json(200, { database: 'ok', version: options.grafanaVersion }) : undefined,
    (call) => (isApi(call.path) ? refuse(404, 'Not found') : undefined),
    (call) => page(call),
  ];
  const page = (call: Call): Reply => {
    const nonce = randomBytes(16).toString('base64');
    const host = call.headers.host ?? 'localhost';
    const theme = themeOf(call);
    const { subPath, grafanaVersion, reloads } = options;
    const request = { role: call.role, theme, subPath, origin: `http://${host}`, grafanaVersion };
    const policy = contentSecurityPolicy(options.policy, nonce, `${host}${subPath}`);
    return {
      status: 200,
      headers: {
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-store',
        ...(policy === undefined ? {} : { 'content-security-policy': policy }),
      },
      body: indexPage({ subPath, theme, nonce, reloads, bootData: bootData(request, dataSources, plugins) }),
    };
  };
  return async (call) => {
    for (const handler of handlers) {
      const reply = await handler(call);
      if (reply !== undefined) {
        return reply;
      }
    }
    return refuse(404, 'Not found');
  };
}

/** Folder of a fresh checkout's files, given its root. */
export function defaultFolders(root: string) {
  return {
    dist: join(root, 'dist'),
    build: join(root, 'build/workbench/page'),
    provisioning: join(root, 'provisioning'),
  };
}

const isApi = (path: string): boolean => /^\/(api|apis)(\/|$)/.test(path);

function themeOf(call: Call): 'light' | 'dark' {
  const cookie = /(?:^|;\s*)workbench_theme=(\w+)/.exec(call.headers.cookie ?? '')?.[1];
  return (call.query.get('theme') ?? cookie) === 'light' ? 'light' : 'dark';
}
