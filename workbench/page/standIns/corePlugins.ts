import { DataSourcePlugin } from '@grafana/data';
import { mixedPlugin } from '../runtime/mixedDataSource';
import type { CorePlugins } from '../runtime/pluginLoader';
import { grafanaPlugin } from './GrafanaDataSource';
import { PrometheusDataSource } from './PrometheusDataSource';
import { PrometheusConfigEditor, PrometheusQueryEditor } from './PrometheusEditors';
import { tablePanel } from './tablePanel';
import { timeSeriesPanel } from './timeSeriesPanel';

/** The page's stand-ins by the id of the plugin of Grafana's that each imitates. */
export const corePlugins: CorePlugins = {
  panels: { timeseries: timeSeriesPanel, table: tablePanel },
  dataSources: {
    prometheus: new DataSourcePlugin(PrometheusDataSource)
      .setQueryEditor(PrometheusQueryEditor)
      .setConfigEditor(PrometheusConfigEditor),
    mixed: mixedPlugin,
    grafana: grafanaPlugin,
  },
};
