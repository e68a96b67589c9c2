import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { createAnnotationApi } from './annotationApi';
import { createDemoPrometheus, DEMO_URL } from '../demo/demoPrometheus';
import { mayOpen } from './appNavigation';
import { bootData, type PageRequest } from './bootData';
import { contentSecurityPolicy, type PolicyName } from './contentSecurityPolicy';
import { createDashboardApi } from './dashboardApi';
import { createDataSourceApi } from './dataSourceApi';
import { createDataSourceStore } from './dataSourceStore';
import { json, refuse, type Call, type Handler, type Reply } from './http';
import { indexPage } from './indexPage';
import { createPluginCatalog } from './pluginCatalog';
import { createPluginSettingsApi } from './pluginSettingsApi';
import { provisionedDashboards, provisionedDataSources } from './provisioning';
import { createProxy, type Send } from './proxy';
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
  /** Serves invented data in place of a Prometheus, and says on every page why; undefined serves what there is. */
  readonly demo?: string;
}

/** Puts the stand-ins together: a function from a request below the sub-path to its answer. */
export function createWorkbench(options: WorkbenchOptions): (call: Call) => Promise<Reply> {
  const isDemo = options.demo !== undefined;
  // What is saved while the data are invented stays apart.
  const state = isDemo ? join(options.state, 'demo') : options.state;
  const stateFile = (name: string) => openStateFile(state, name);
  const environment = isDemo ? { ...options.environment, PROMETHEUS_URL: DEMO_URL } : options.environment;
  const plugins = createPluginCatalog(options.dist);
  const dataSources = createDataSourceStore(
    provisionedDataSources(options.provisioning, environment),
    stateFile('datasources'),
  );
  const bootDataFor = (call: Call) => bootData(pageRequest(call, options), dataSources, plugins);
  const page = (call: Call): Reply => {
    const nonce = randomBytes(16).toString('base64');
    const { subPath, reloads, demo } = options;
    const theme = themeOf(call);
    const policy = contentSecurityPolicy(options.policy, nonce, `${hostOf(call)}${subPath}`);
    const headers = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' };
    return {
      status: 200,
      headers: policy === undefined ? headers : { ...headers, 'content-security-policy': policy },
      body: indexPage({ subPath, theme, nonce, reloads, demo, bootData: bootDataFor(call) }),
    };
  };
  const handlers: readonly Handler[] = [
    createStaticFiles(plugins, options.build),
    createProxy(dataSources, plugins, isDemo ? sendInDemo() : fetch),
    createDataSourceApi(dataSources),
    createDashboardApi(provisionedDashboards(options.provisioning), stateFile('dashboards')),
    createAnnotationApi(stateFile('annotations')),
    createPluginSettingsApi(plugins, stateFile('plugins')),
    // The page asks for these again after a data source was saved (pkg/api/frontendsettings.go).
    (call) => (call.path === '/api/frontend/settings' ? json(200, bootDataFor(call).settings) : undefined),
    // Grafana's own health endpoint, for scripts that wait for the start.
    (call) =>
      call.path === '/api/health' ? json(200, { database: 'ok', version: options.grafanaVersion }) : undefined,
    (call) => (isApi(call.path) ? refuse(404, 'Not found') : undefined),
    // Grafana sends who may not open an app's page back to its start.
    (call) =>
      plugins.list().every(({ meta }) => mayOpen(meta, call.path, call.role))
        ? undefined
        : { status: 302, headers: { location: `${options.subPath}/` }, body: '' },
    page,
  ];
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
    build: join(root, 'build/workbench'),
    provisioning: join(root, 'provisioning'),
  };
}

// A data source that somebody turned to a real server while the demo runs is asked there.
function sendInDemo(): Send {
  const demo = createDemoPrometheus(() => Date.now());
  // Inventing the hosts takes seconds: better while the plugin is built than when the first dashboard is opened.
  setTimeout(() => void demo(`${DEMO_URL}/api/v1/labels`), 0).unref();
  return (address, init) => (address.startsWith(`${DEMO_URL}/`) ? demo(address, init) : fetch(address, init));
}

function pageRequest(call: Call, { subPath, grafanaVersion, demo }: WorkbenchOptions): PageRequest {
  const isDemo = demo !== undefined;
  return { role: call.role, theme: themeOf(call), subPath, origin: `http://${hostOf(call)}`, grafanaVersion, isDemo };
}

const hostOf = (call: Call): string => call.headers.host ?? 'localhost';

const isApi = (path: string): boolean => /^\/(api|apis)(\/|$)/.test(path);

function themeOf(call: Call): 'light' | 'dark' {
  const cookie = /(?:^|;\s*)workbench_theme=(\w+)/.exec(call.headers.cookie ?? '')?.[1];
  return (call.query.get('theme') ?? cookie) === 'light' ? 'light' : 'dark';
}
