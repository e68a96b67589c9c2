import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isRecord } from './http';
import type { ProxyRoute } from './proxyRoutes';

export interface BuiltPlugin {
  readonly id: string;
  readonly type: 'app' | 'datasource' | 'panel';
  /** Where its module.js and its assets lie. */
  readonly folder: string;
  /** plugin.json in the form of `/api/plugins/:id/settings` and the boot data: with module and baseUrl. */
  readonly meta: Readonly<Record<string, unknown>>;
}

/** The plugins of dist/, as Grafana's plugin loader finds them: the app, and what its `includes` name. */
export interface PluginCatalog {
  list(): readonly BuiltPlugin[];
  /** The proxy routes of a data source; none for an unknown one. */
  routesOf(id: string): readonly ProxyRoute[];
}

/** Reads the manifests anew at every call, so that a rebuild needs no restart. */
export function createPluginCatalog(dist: string): PluginCatalog {
  const list = (): readonly BuiltPlugin[] => {
    const app = readPlugin(dist);
    const includes = app !== undefined && Array.isArray(app.meta.includes) ? app.meta.includes : [];
    const nested = includes
      .filter((entry) => isRecord(entry) && (entry.type === 'datasource' || entry.type === 'panel'))
      .map((entry) => readPlugin(join(dist, String(entry.path).replace(/\/?plugin\.json$/, ''))));
    return [app, ...nested].filter((plugin) => plugin !== undefined);
  };
  return {
    list,
    routesOf: (id) => {
      const routes = list().find((plugin) => plugin.id === id)?.meta.routes;
      return Array.isArray(routes) ? routes.filter(isRecord) : [];
    },
  };
}

function readPlugin(folder: string): BuiltPlugin | undefined {
  const path = join(folder, 'plugin.json');
  if (!existsSync(path)) {
    return undefined;
  }
  const manifest: unknown = JSON.parse(readFileSync(path, 'utf8'));
  if (!isRecord(manifest) || typeof manifest.id !== 'string') {
    throw new Error(`invalid plugin.json: ${path} (expected an object with an id)`);
  }
  const { id, type } = manifest;
  if (type !== 'app' && type !== 'datasource' && type !== 'panel') {
    throw new Error(`invalid plugin type: ${String(type)} (expected app, datasource or panel)`);
  }
  return {
    id,
    type,
    folder,
    meta: {
      ...withAssetAddresses(manifest, id),
      module: `public/plugins/${id}/module.js`,
      baseUrl: `public/plugins/${id}`,
    },
  };
}

/** Grafana rewrites logo addresses to where the plugin is served, and fills in nothing else. */
function withAssetAddresses(manifest: Record<string, unknown>, id: string): Record<string, unknown> {
  const text = JSON.stringify(manifest).replaceAll('"img/', `"public/plugins/${id}/img/`);
  const value: unknown = JSON.parse(text);
  return isRecord(value) ? value : {};
}
