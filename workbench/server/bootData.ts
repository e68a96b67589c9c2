import { appNavigation } from './appNavigation';
import { CORE_PLUGINS } from './corePlugins';
import type { DataSource, DataSourceStore } from './dataSourceStore';
import type { PluginCatalog } from './pluginCatalog';
import { hasRole, type Role } from './roles';

/** The user and settings that the page is rendered for. */
export interface PageRequest {
  readonly role: Role;
  readonly theme: 'light' | 'dark';
  /** Empty, or a path without a trailing slash, such as '/grafana'. */
  readonly subPath: string;
  /** Address of the server without the sub-path, such as 'http://localhost:3000'. */
  readonly origin: string;
  /** Version of the Grafana packages the page is built with. */
  readonly grafanaVersion: string;
  /** Whether the data are invented: an organization of its own, whose samples and models browsers store apart. */
  readonly isDemo: boolean;
}

const PERMISSIONS: Readonly<Record<Role, readonly string[]>> = {
  Viewer: ['dashboards:read', 'datasources:query', 'annotations:read', 'plugins.app:access'],
  Editor: [
    'dashboards:write',
    'dashboards:create',
    'annotations:create',
    'annotations:write',
    'annotations:delete',
    'datasources:explore',
  ],
  Admin: ['datasources:read', 'datasources:write', 'datasources:create', 'plugins:write', 'plugins:install'],
};

/** Stands in for `window.grafanaBootData`, which pkg/api/index.go and frontendsettings.go put into the page. */
export function bootData(page: PageRequest, dataSources: DataSourceStore, plugins: PluginCatalog) {
  const built = plugins.list();
  const metas = [...CORE_PLUGINS, ...built.map(({ meta }) => meta)];
  const ofType = (type: string) => metas.filter((meta) => meta.type === type);
  const byId = (type: string) =>
    Object.fromEntries(ofType(type).map((meta) => [String(meta.id), { ...meta, sort: 0 }]));
  const apps = ofType('app').map(({ id, module, info }) => [
    String(id),
    {
      id,
      path: module,
      version: versionOf(info),
      preload: false,
      angular: { detected: false },
      loadingStrategy: 'script',
    },
  ]);
  return {
    assets: { dark: '', light: '' },
    user: user(page),
    settings: {
      appUrl: `${page.origin}${page.subPath}/`,
      appSubUrl: page.subPath,
      buildInfo: { version: page.grafanaVersion, commit: 'workbench', env: 'production', edition: 'Open Source' },
      defaultDatasource: dataSources.list().find(({ isDefault }) => isDefault)?.name ?? '',
      datasources: Object.fromEntries(
        instances(page, dataSources, ofType('datasource')).map((entry) => [entry.name, entry]),
      ),
      panels: byId('panel'),
      apps: Object.fromEntries(apps),
      featureToggles: {},
      exploreEnabled: true,
      rbacEnabled: true,
      minRefreshInterval: '5s',
      theme2: {},
    },
    navTree: ofType('app').flatMap((app) => appNavigation(app, page.role, page.subPath) ?? []),
  };
}

function instances(
  page: PageRequest,
  dataSources: DataSourceStore,
  metas: readonly Readonly<Record<string, unknown>>[],
) {
  const known = dataSources.list().flatMap((dataSource) => {
    const meta = metas.find(({ id }) => id === dataSource.type);
    return meta === undefined ? [] : [instance(page, dataSource, meta)];
  });
  const builtIn = [
    { type: 'mixed', name: '-- Mixed --', uid: '-- Mixed --' },
    { type: 'grafana', name: '-- Grafana --', uid: 'grafana' },
  ].map(({ type, name, uid }) => {
    const meta = { ...metas.find(({ id }) => id === type), builtIn: true, mixed: type === 'mixed' };
    return {
      id: 0,
      uid,
      name,
      type,
      url: '',
      access: 'proxy',
      jsonData: {},
      isDefault: false,
      readOnly: true,
      meta,
    };
  });
  return [...known, ...builtIn];
}

function instance(page: PageRequest, dataSource: DataSource, meta: Readonly<Record<string, unknown>>) {
  const { id, uid, name, type, isDefault, access, readOnly, jsonData } = dataSource;
  const url = `${page.subPath}/api/datasources/proxy/uid/${uid}`;
  return { id, uid, name, type, isDefault, access, readOnly, jsonData, url, meta };
}

function user({ role, theme, isDemo }: PageRequest) {
  const granted = (['Viewer', 'Editor', 'Admin'] as const).filter((needed) => hasRole(role, needed));
  return {
    isSignedIn: true,
    id: 1,
    uid: 'workbench',
    login: 'workbench',
    email: 'workbench@localhost',
    name: `Workbench ${role}`,
    orgId: isDemo ? 2 : 1,
    orgName: isDemo ? 'Demo data' : 'Main Org.',
    orgRole: role,
    orgCount: 1,
    theme,
    lightTheme: theme === 'light',
    isGrafanaAdmin: false,
    timezone: 'browser',
    weekStart: 'browser',
    locale: 'en-US',
    language: 'en-US',
    regionalFormat: 'en-US',
    hasEditPermissionInFolders: hasRole(role, 'Editor'),
    permissions: Object.fromEntries(granted.flatMap((name) => PERMISSIONS[name].map((action) => [action, true]))),
    analytics: { identifier: '' },
    authenticatedBy: '',
  };
}

const versionOf = (info: unknown): string =>
  typeof info === 'object' && info !== null && 'version' in info ? String(info.version) : '';
