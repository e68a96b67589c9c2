import { PanelPlugin } from '@grafana/data';
import { commonOptionsBuilder } from '@grafana/ui';

import type { AnomalyFieldConfig } from '../../chart/drawing/fieldStyle';
import { addSettings } from '../../settings/addSettings';

import { addModelOptions } from './models/addModelOptions';
import { OfferedAnomalyPanel } from './OfferedAnomalyPanel';
import { addDrawOptions } from './options/addDrawOptions';
import { addMonitoringOptions } from './options/addMonitoringOptions';
import { fieldConfig } from './options/fieldConfig';
import { migrateOptions } from './options/migrateOptions';
import { optionsFromOtherPanel } from './options/optionsFromOtherPanel';
import type { AnomalyPanelOptions } from './options/panelOptions';

/** The anomaly panel, as Grafana loads it. */
export const plugin = new PanelPlugin<AnomalyPanelOptions, AnomalyFieldConfig>(OfferedAnomalyPanel)
  .useFieldConfig(fieldConfig)
  .setPanelOptions((builder) => {
    addSettings(builder);
    addModelOptions(builder);
    addDrawOptions(builder);
    addMonitoringOptions(builder);
    commonOptionsBuilder.addTooltipOptions(builder);
    commonOptionsBuilder.addLegendOptions(builder);
  })
  .setMigrationHandler(migrateOptions)
  .setPanelChangeHandler((_panel, previousId, previousOptions) => optionsFromOtherPanel(previousId, previousOptions))
  .setDataSupport({ annotations: true, alertStates: false });
