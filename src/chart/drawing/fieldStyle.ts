import { FieldColorModeId, getFieldSeriesColor, type Field, type GrafanaTheme2 } from '@grafana/data';
import type { AxisConfig, GraphThresholdsStyleConfig, HideableFieldConfig, LineConfig } from '@grafana/ui';

/** The panel's own part of Grafana's field config. */
export interface AnomalyFieldConfig extends AxisConfig, HideableFieldConfig, Pick<LineConfig, 'lineWidth'> {
  thresholdsStyle?: GraphThresholdsStyleConfig;
}

/** Line width in CSS pixels unless the field says otherwise. */
export const DEFAULT_LINE_WIDTH = 1;

/** The panel's part of a field's config; empty where none is set. */
export function customOf(field: Field): AnomalyFieldConfig {
  const custom: AnomalyFieldConfig | undefined = field.config.custom;
  return custom ?? {};
}

/**
 * The color of a series. Palette colors count the panel's series, since the fields of a detection frame (forecast, band
 * and so on) would otherwise use up the palette.
 */
export function seriesColor(field: Field, seriesIndex: number, theme: GrafanaTheme2): string {
  const mode = field.config.color?.mode ?? FieldColorModeId.PaletteClassic;
  const counted: Field = {
    ...field,
    config: { ...field.config, color: { ...field.config.color, mode } },
    state: { ...field.state, seriesIndex },
  };
  return getFieldSeriesColor(counted, theme).color;
}

/** Series with the same key share a value axis: the same unit, axis settings and bounds. */
export function scaleKeyOf(field: Field): string {
  const { unit, min, max } = field.config;
  const { axisPlacement, axisLabel, axisSoftMin, axisSoftMax, scaleDistribution, axisCenteredZero } = customOf(field);
  const parts = [
    unit ?? '__fixed',
    min,
    max,
    axisPlacement,
    axisLabel,
    axisSoftMin,
    axisSoftMax,
    scaleDistribution === undefined ? undefined : JSON.stringify(scaleDistribution),
    axisCenteredZero,
  ];
  return parts.filter((part) => part !== undefined && part !== '').join('/');
}
