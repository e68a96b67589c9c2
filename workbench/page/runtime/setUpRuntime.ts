import {
  EventBusSrv,
  locationUtil,
  setLocale,
  setTimeZoneResolver,
  standardEditorsRegistry,
  standardFieldConfigEditorRegistry,
  standardTransformers,
  standardTransformersRegistry,
  type EventBusExtended,
  type TransformerRegistryItem,
} from '@grafana/data';
import {
  config,
  locationService,
  setAppEvents,
  setBackendSrv,
  setCurrentUser,
  setDataSourceSrv,
  setEchoSrv,
  setLocationSrv,
  setPluginComponentHook,
  setPluginComponentsHook,
  setPluginFunctionsHook,
  setPluginImportUtils,
  setPluginLinksHook,
  setRunRequest,
  setTemplateSrv,
} from '@grafana/runtime';
import { setPanelDataErrorView } from '@workbench/panel-data-error-view';
import { setPluginPage } from '@workbench/plugin-page';
import type { ComponentType } from 'react';
import { fieldConfigEditors } from '../editors/fieldConfigEditors';
import { optionEditors } from '../editors/optionEditors';
import { AppPluginPage } from '../frame/AppPluginPage';
import { PanelError } from '../frame/PanelError';
import { AddToDashboardForm } from '../standIns/AddToDashboardForm';
import { corePlugins } from '../standIns/corePlugins';
import { createBackend } from './backend';
import { createDataSources, type WorkbenchDataSources } from './dataSources';
import { createEcho } from './echo';
import { createPluginLoader, type PluginLoader } from './pluginLoader';
import { createRunRequest } from './runRequest';
import { createTemplates, type WorkbenchTemplates } from './templates';

/** The services that the views themselves need. */
export interface Workbench {
  readonly events: EventBusExtended;
  readonly loader: PluginLoader;
  readonly templates: WorkbenchTemplates;
  readonly dataSources: WorkbenchDataSources;
}

/** Hands @grafana/runtime and @grafana/data what Grafana hands them at its start (public/app/app.ts). Once per page. */
export function setUpRuntime(): Workbench {
  // Before the plugin loader: it shares what @grafana/runtime exports at that moment.
  setPluginPage?.(AppPluginPage);
  setPanelDataErrorView?.(PanelError);
  const events = new EventBusSrv();
  const backend = createBackend(config.appSubUrl, events);
  const loader = createPluginLoader(document.baseURI, corePlugins);
  const templates = createTemplates();
  const dataSources = createDataSources(loader, templates, backend);
  setAppEvents(events);
  setBackendSrv(backend);
  setTemplateSrv(templates);
  setDataSourceSrv(dataSources);
  setRunRequest(createRunRequest(backend));
  setPluginImportUtils({
    importPanelPlugin: (id) => loader.importPanel(id),
    getPanelPluginFromCache: (id) => loader.importedPanel(id),
  });
  setEchoSrv(createEcho());
  setCurrentUser(config.bootData.user);
  setLocationSrv(locationService);
  setLocale(config.bootData.user.language);
  setTimeZoneResolver(() => config.bootData.user.timezone);
  locationUtil.initialize({
    config: config.bootData.settings,
    getTimeRangeForUrl: () => ({ from: 'now-6h', to: 'now' }),
    getVariablesUrlParams: () => ({}),
  });
  setUpRegistries();
  setUpExtensions();
  return { events, loader, templates, dataSources };
}

function setUpRegistries(): void {
  standardEditorsRegistry.setInit(optionEditors);
  standardFieldConfigEditorRegistry.setInit(fieldConfigEditors);
  standardTransformersRegistry.setInit(() =>
    Object.values(standardTransformers).map((transformer): TransformerRegistryItem => ({
      id: transformer.id,
      name: transformer.name,
      description: transformer.description,
      transformation: async () => transformer,
      editor: () => null,
      imageDark: '',
      imageLight: '',
    })),
  );
}

const ADD_TO_DASHBOARD = 'grafana/add-to-dashboard-form/v1';

// Grafana offers the form to plugins from its version 12 on.
function hasAddToDashboard(): boolean {
  return Number.parseInt(config.buildInfo.version, 10) >= 12;
}

/** No other plugin is there to extend anything; of what Grafana itself offers to plugins there is one form. */
function setUpExtensions(): void {
  setPluginLinksHook(() => ({ isLoading: false, links: [] }));
  setPluginComponentsHook(() => ({ isLoading: false, components: [] }));
  // Grafana's hook promises the caller's props without knowing them, too.
  setPluginComponentHook((id) => ({
    isLoading: false,
    component: id === ADD_TO_DASHBOARD && hasAddToDashboard() ? (AddToDashboardForm as ComponentType) : null,
  }));
  setPluginFunctionsHook(() => ({ isLoading: false, functions: [] }));
}
