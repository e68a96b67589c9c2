import {
  AppPlugin,
  DataSourcePlugin,
  PanelPlugin,
  type DataSourceApi,
  type AppPluginMeta,
  type DataSourcePluginMeta,
  type PanelPluginMeta,
} from '@grafana/data';
import { config } from '@grafana/runtime';
import { sharedDependencies } from './sharedDependencies';

/** A data source plugin of whatever query and settings. */
export type LoadedDataSource = DataSourcePlugin<DataSourceApi>;

/** Loads built plugins, each once. */
export interface PluginLoader {
  importPanel(id: string): Promise<PanelPlugin>;
  /** A panel that has been imported before. */
  importedPanel(id: string): PanelPlugin | undefined;
  importDataSource(meta: DataSourcePluginMeta): Promise<LoadedDataSource>;
  importApp(meta: AppPluginMeta): Promise<AppPlugin>;
}

/** Plugins that the page itself brings, by id: stand-ins for a few of Grafana's own. */
export interface CorePlugins {
  readonly panels: Readonly<Record<string, PanelPlugin>>;
  readonly dataSources: Readonly<Record<string, unknown>>;
}

/**
 * Stands in for public/app/features/plugins/loader and importer: AMD modules through SystemJS, fetched by script
 * element, with Grafana's shared dependencies in the import map.
 */
export function createPluginLoader(baseUrl: string, core: CorePlugins): PluginLoader {
  shareDependencies();
  const panels = new Map<string, PanelPlugin>(
    Object.entries(core.panels).map(([id, plugin]) => [id, withMeta(plugin, config.panels[id])]),
  );
  const modules = new Map<string, Promise<unknown>>();
  const importPlugin = (meta: { id: string; module: string }): Promise<unknown> => {
    const known = modules.get(meta.id);
    if (known !== undefined) {
      return known;
    }
    const address = new URL(meta.module, baseUrl).href;
    const imported = System.import(address).then(pluginOf);
    modules.set(meta.id, imported);
    // SystemJS remembers failures as well; without either, the next import tries again.
    imported.catch(() => {
      modules.delete(meta.id);
      System.delete(address);
    });
    return imported;
  };
  return {
    importedPanel: (id) => panels.get(id),
    importPanel: async (id) => {
      const known = panels.get(id);
      if (known !== undefined) {
        return known;
      }
      const meta: PanelPluginMeta | undefined = config.panels[id];
      if (meta === undefined) {
        throw new Error(`unknown panel plugin: ${id} (it is not in dist/)`);
      }
      const plugin = await importPlugin(meta);
      if (!(plugin instanceof PanelPlugin)) {
        throw new Error(`${id} exports no PanelPlugin named plugin`);
      }
      panels.set(id, withMeta(plugin, meta));
      return plugin;
    },
    importDataSource: async (meta) => {
      const plugin = core.dataSources[meta.id] ?? (await importPlugin(meta));
      if (!(plugin instanceof DataSourcePlugin)) {
        throw new Error(`${meta.id} exports no DataSourcePlugin named plugin`);
      }
      plugin.meta = meta;
      return plugin;
    },
    importApp: async (meta) => {
      const plugin = await importPlugin(meta);
      if (!(plugin instanceof AppPlugin)) {
        throw new Error(`${meta.id} exports no AppPlugin named plugin`);
      }
      plugin.meta = meta;
      plugin.init(meta);
      return plugin;
    },
  };
}

function shareDependencies(): void {
  const names = Object.keys(sharedDependencies);
  System.addImportMap({ imports: Object.fromEntries(names.map((name) => [name, `package:${name}`])) });
  for (const name of names) {
    System.set(`package:${name}`, { ...sharedDependencies[name] });
  }
}

function withMeta(plugin: PanelPlugin, meta: PanelPluginMeta): PanelPlugin {
  plugin.meta = meta;
  return plugin;
}

function pluginOf(module: unknown): unknown {
  const exported = typeof module === 'object' && module !== null && 'plugin' in module ? module.plugin : undefined;
  if (exported !== undefined) {
    return exported;
  }
  const fallback = typeof module === 'object' && module !== null && 'default' in module ? module.default : undefined;
  return typeof fallback === 'object' && fallback !== null && 'plugin' in fallback ? fallback.plugin : undefined;
}
