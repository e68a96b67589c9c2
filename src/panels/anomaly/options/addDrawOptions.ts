import type { PanelOptionsEditorBuilder } from '@grafana/data';

import { defaultDrawOptions } from '../../../chart/drawOptions';
import type { AnomalyPanelOptions } from './panelOptions';

const DRAW = ['What to draw'];

const switches = [
  ['band', 'Band', 'Where a normal value lies. With several series, that of the one pointed at or isolated.'],
  ['expected', 'Expected line', 'The forecast, thin and dashed.'],
  ['spans', 'Extent of anomalies', 'A strip along the bottom of the chart.'],
  ['suppressed', 'What filters suppressed', 'Rings on points that left the band and were not flagged.'],
  ['now', 'Now line', 'The line between past and future, and the shaded future.'],
  ['annotations', 'Annotations', "The dashboard's own annotations."],
  ['status', 'Status line', 'Counts, remarks and details above the chart.'],
] as const;

/** Options that decide what is drawn. */
export function addDrawOptions(builder: PanelOptionsEditorBuilder<AnomalyPanelOptions>): void {
  builder.addRadio({
    path: 'draw.markers',
    name: 'Markers',
    description: 'On the worst point of each anomaly, or on every anomalous point.',
    category: DRAW,
    defaultValue: defaultDrawOptions.markers,
    settings: {
      options: [
        { value: 'anomaly', label: 'Anomalies' },
        { value: 'point', label: 'Points' },
        { value: 'none', label: 'None' },
      ],
    },
  });
  for (const [name, label, description] of switches) {
    builder.addBooleanSwitch({
      path: `draw.${name}`,
      name: label,
      description,
      category: DRAW,
      defaultValue: defaultDrawOptions[name],
    });
  }
}
