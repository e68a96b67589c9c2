import { PanelPlugin } from '@grafana/data';

import { fitGroups } from 'foreband-engine';

import { addSettings } from '../../settings/addSettings';

import { HistoryPanel } from './HistoryPanel';
import { addHistoryOptions } from './options/addHistoryOptions';
import { parseHistoryOptions, type HistoryPanelOptions } from './options/historyOptions';

/** The history panel, as Grafana loads it. */
export const plugin = new PanelPlugin<HistoryPanelOptions>(HistoryPanel)
  .useFieldConfig()
  .setPanelOptions((builder) => {
    addHistoryOptions(builder);
    addSettings(builder, fitGroups);
  })
  .setMigrationHandler(({ options }) => parseHistoryOptions(options));
