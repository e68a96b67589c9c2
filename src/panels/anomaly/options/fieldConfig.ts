import { FieldColorModeId, FieldConfigProperty, type SetFieldConfigOptionsArgs } from '@grafana/data';
import { commonOptionsBuilder, GraphThresholdsStyleMode } from '@grafana/ui';

import { DEFAULT_LINE_WIDTH, type AnomalyFieldConfig } from '../../../chart/drawing/fieldStyle';

const thresholdModes = [
  { value: GraphThresholdsStyleMode.Off, label: 'Off' },
  { value: GraphThresholdsStyleMode.Line, label: 'As lines' },
  { value: GraphThresholdsStyleMode.Dashed, label: 'As lines (dashed)' },
  { value: GraphThresholdsStyleMode.Area, label: 'As filled regions' },
  { value: GraphThresholdsStyleMode.LineAndArea, label: 'As filled regions and lines' },
  { value: GraphThresholdsStyleMode.DashedAndArea, label: 'As filled regions and lines (dashed)' },
];

/** Grafana's standard field options, and the panel's own for lines, axes, thresholds and hiding. */
export const fieldConfig: SetFieldConfigOptionsArgs<AnomalyFieldConfig> = {
  standardOptions: {
    [FieldConfigProperty.Color]: {
      settings: { byValueSupport: false, bySeriesSupport: true, preferThresholdsMode: false },
      defaultValue: { mode: FieldColorModeId.PaletteClassic },
    },
  },
  useCustomConfig: (builder) => {
    builder.addSliderInput({
      path: 'lineWidth',
      name: 'Line width',
      category: ['Lines'],
      defaultValue: DEFAULT_LINE_WIDTH,
      settings: { min: 0.5, max: 5, step: 0.5 },
    });
    builder.addSelect({
      path: 'thresholdsStyle.mode',
      name: 'Show thresholds',
      category: ['Thresholds'],
      defaultValue: GraphThresholdsStyleMode.Off,
      settings: { options: thresholdModes },
    });
    commonOptionsBuilder.addAxisConfig(builder, {});
    commonOptionsBuilder.addHideFrom(builder);
  },
};
