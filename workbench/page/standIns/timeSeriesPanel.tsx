import { FieldColorModeId, FieldConfigProperty, FieldType, PanelPlugin, type PanelProps } from '@grafana/data';
import { commonOptionsBuilder, TimeSeries } from '@grafana/ui';
import { GraphDrawStyle, LegendDisplayMode, type OptionsWithLegend, type OptionsWithTooltip } from '@grafana/schema';

type Options = OptionsWithLegend & OptionsWithTooltip;

const LEGEND = { displayMode: LegendDisplayMode.List, placement: 'bottom' as const, showLegend: true, calcs: [] };

function TimeSeriesPanel({ data, timeRange, timeZone, width, height, options }: PanelProps<Options>) {
  const frames = data.series.filter(({ fields }) => fields.some(({ type }) => type === FieldType.time));
  if (frames.length === 0) {
    return <div style={{ display: 'grid', placeItems: 'center', height }}>No data</div>;
  }
  return (
    <TimeSeries
      frames={frames}
      structureRev={data.structureRev}
      timeRange={timeRange}
      timeZone={timeZone}
      width={width}
      height={height}
      legend={options.legend ?? LEGEND}
      options={{ ...options }}
    />
  );
}

/**
 * Stands in for Grafana's time series panel: @grafana/ui's TimeSeries with the field configuration that a band needs
 * (line, fill, fill below to, hiding).
 */
export const timeSeriesPanel = new PanelPlugin<Options>(TimeSeriesPanel)
  .useFieldConfig({
    standardOptions: {
      [FieldConfigProperty.Color]: {
        settings: { byValueSupport: true, bySeriesSupport: true, preferThresholdsMode: false },
        defaultValue: { mode: FieldColorModeId.PaletteClassic },
      },
    },
    useCustomConfig: (builder) => {
      builder
        .addRadio({
          path: 'drawStyle',
          name: 'Style',
          category: ['Graph styles'],
          defaultValue: GraphDrawStyle.Line,
          settings: {
            options: [GraphDrawStyle.Line, GraphDrawStyle.Bars, GraphDrawStyle.Points].map((value) => ({
              label: value,
              value,
            })),
          },
        })
        .addSliderInput({
          path: 'lineWidth',
          name: 'Line width',
          category: ['Graph styles'],
          defaultValue: 1,
          settings: { min: 0, max: 10 },
        })
        .addSliderInput({
          path: 'fillOpacity',
          name: 'Fill opacity',
          category: ['Graph styles'],
          defaultValue: 0,
          settings: { min: 0, max: 100 },
        })
        .addTextInput({ path: 'fillBelowTo', name: 'Fill below to', category: ['Graph styles'] });
      commonOptionsBuilder.addHideFrom(builder);
    },
  })
  .setPanelOptions((builder) => {
    commonOptionsBuilder.addTooltipOptions(builder);
    commonOptionsBuilder.addLegendOptions(builder);
  });
