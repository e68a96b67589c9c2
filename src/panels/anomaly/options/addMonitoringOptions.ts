import type { PanelOptionsEditorBuilder } from '@grafana/data';

import type { AnomalyPanelOptions } from './panelOptions';

/** Options that decide what becomes of the anomalies seen while a dashboard is open. */
export function addMonitoringOptions(builder: PanelOptionsEditorBuilder<AnomalyPanelOptions>): void {
  builder.addBooleanSwitch({
    path: 'writeAnnotations',
    name: 'Write annotations',
    description:
      'Saves each anomaly that begins while the dashboard is open as an annotation of the dashboard, once, however many people watch. Requires permission to write annotations. Anomalies in simulated samples are never saved.',
    category: ['Monitoring'],
    defaultValue: false,
  });
}
