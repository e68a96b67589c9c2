import { PanelPlugin } from '@grafana/data';

import { addTrainingOptions } from '../../settings/addTrainingOptions';

import { HistoryPanel } from './HistoryPanel';
import { addHistoryOptions } from './options/addHistoryOptions';
import { parseHistoryOptions, type HistoryPanelOptions } from './options/historyOptions';

/** The history panel, as Grafana loads it. */
export const plugin = new PanelPlugin<HistoryPanelOptions>(HistoryPanel)
  .useFieldConfig()
  .setPanelOptions((builder) => {
    addHistoryOptions(builder);
    addTrainingOptions(builder);
  })
  .setMigrationHandler(({ options }) => parseHistoryOptions(options));
