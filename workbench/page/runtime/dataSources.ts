import type { DataSourceApi, DataSourceInstanceSettings, DataSourceRef, ScopedVars } from '@grafana/data';
import {
  config,
  type BackendSrv,
  type DataSourceSrv,
  type GetDataSourceListFilters,
  type TemplateSrv,
} from '@grafana/runtime';
import type { LoadedDataSource, PluginLoader } from './pluginLoader';

/** DataSourceSrv, with the plugin behind a data source for the config page. */
export interface WorkbenchDataSources extends DataSourceSrv {
  pluginOf(settings: DataSourceInstanceSettings): Promise<LoadedDataSource>;
}

type Reference = DataSourceRef | string | null | undefined;

/**
 * Stands in for public/app/features/plugins/datasource_srv.ts: instances by uid or name, template variables in
 * references, the default for none, and instances made anew after their settings changed.
 */
export function createDataSources(
  loader: PluginLoader,
  templates: TemplateSrv,
  backend: BackendSrv,
): WorkbenchDataSources {
  const instances = new Map<string, Promise<DataSourceApi>>();
  const settingsOf = (reference: Reference, scopedVars?: ScopedVars): DataSourceInstanceSettings | undefined => {
    const all = Object.values(config.datasources);
    const name = typeof reference === 'string' ? reference : reference?.uid;
    if (name === undefined || name === 'default') {
      const type = typeof reference === 'object' ? reference?.type : undefined;
      return all.find((entry) => (type === undefined ? entry.isDefault : entry.type === type));
    }
    const wanted = templates.replace(name, scopedVars);
    const found = all.find((entry) => entry.uid === wanted || entry.name === wanted);
    // As in Grafana, an instance found through a variable keeps the variable in rawRef.
    return found === undefined || wanted === name ? found : { ...found, rawRef: { type: found.type, uid: name } };
  };
  const get = (reference?: Reference, scopedVars?: ScopedVars): Promise<DataSourceApi> => {
    const settings = settingsOf(reference, scopedVars);
    if (settings === undefined) {
      const name = typeof reference === 'string' ? reference : reference?.uid;
      return Promise.reject(new Error(`Datasource ${name ?? ''} was not found`));
    }
    const known = instances.get(settings.uid);
    return known ?? remember(instances, settings.uid, create(loader, settings));
  };
  return {
    get,
    getInstanceSettings: settingsOf,
    getList: (filters = {}) => Object.values(config.datasources).filter((entry) => passes(entry, filters)),
    reload: async () => {
      const settings = await backend.get('/api/frontend/settings');
      config.datasources = settings.datasources;
      instances.clear();
    },
    registerRuntimeDataSource: ({ dataSource }) => {
      instances.set(dataSource.uid, Promise.resolve(dataSource));
    },
    pluginOf: (settings) => loader.importDataSource(settings.meta),
  };
}

/** Keeps an instance under its uid, but a failure no longer than it takes to fail: the next call tries again. */
function remember(
  instances: Map<string, Promise<DataSourceApi>>,
  uid: string,
  created: Promise<DataSourceApi>,
): Promise<DataSourceApi> {
  instances.set(uid, created);
  created.catch(() => {
    if (instances.get(uid) === created) {
      instances.delete(uid);
    }
  });
  return created;
}

async function create(loader: PluginLoader, settings: DataSourceInstanceSettings): Promise<DataSourceApi> {
  const plugin = await loader.importDataSource(settings.meta);
  const instance = new plugin.DataSourceClass(settings);
  instance.components = plugin.components;
  instance.meta ??= settings.meta;
  return instance;
}

/** The kinds of use that plugins declare and pickers filter by. */
const USES = ['metrics', 'annotations', 'alerting', 'tracing', 'logs'] as const;

function passes({ meta, type }: DataSourceInstanceSettings, filters: GetDataSourceListFilters): boolean {
  if (meta.builtIn === true) {
    return filters.all === true || (filters.mixed === true && meta.mixed === true);
  }
  const types = filters.type === undefined ? [type] : [filters.type].flat();
  const isOfType = types.includes(type) && (filters.pluginId === undefined || meta.id === filters.pluginId);
  return isOfType && USES.every((use) => filters[use] !== true || meta[use] === true);
}
