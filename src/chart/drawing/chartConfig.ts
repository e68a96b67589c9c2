import {
  formattedValueToString,
  getDisplayProcessor,
  type Field,
  type GrafanaTheme2,
  type TimeZone,
} from '@grafana/data';
import {
  AxisPlacement,
  DrawStyle,
  GraphThresholdsStyleMode,
  PointVisibility,
  ScaleDirection,
  ScaleDistribution,
  ScaleOrientation,
  UPlotConfigBuilder,
} from '@grafana/ui';

import { customOf, DEFAULT_LINE_WIDTH } from './fieldStyle';
import type { Stage } from './Stage';

/** A line the chart library draws. */
export interface LinePlan {
  readonly field: Field;
  readonly scaleKey: string;
  readonly color: string;
}

/** The plan of a chart; another plan means another chart, other data do not. */
export interface ChartPlan {
  readonly lines: readonly LinePlan[];
  /** Index of the line whose band stretches the value axis; -1 for none. */
  readonly bandOwner: number;
  readonly theme: GrafanaTheme2;
  readonly timeZone: TimeZone;
  /** Whether the pointer picks the nearest line. */
  readonly hasFocus: boolean;
}

const FOCUS_PROXIMITY_PX = 30;

function addTimeAxis(builder: UPlotConfigBuilder, stage: Stage, { theme, timeZone }: ChartPlan): void {
  builder.addScale({
    scaleKey: 'x',
    orientation: ScaleOrientation.Horizontal,
    direction: ScaleDirection.Right,
    isTime: true,
    range: () => stage.timeRange(),
  });
  builder.addAxis({ scaleKey: 'x', isTime: true, placement: AxisPlacement.Bottom, timeZone, theme });
}

function displayOf(field: Field, theme: GrafanaTheme2) {
  return field.display ?? getDisplayProcessor({ field, theme });
}

function addValueAxis(builder: UPlotConfigBuilder, { field, scaleKey, color }: LinePlan, theme: GrafanaTheme2): void {
  const custom = customOf(field);
  const { min, max, decimals } = field.config;
  const distribution = custom.scaleDistribution?.type ?? ScaleDistribution.Linear;
  builder.addScale({
    scaleKey,
    orientation: ScaleOrientation.Vertical,
    direction: ScaleDirection.Up,
    distribution,
    log: custom.scaleDistribution?.log,
    linearThreshold: custom.scaleDistribution?.linearThreshold,
    min,
    max,
    softMin: custom.axisSoftMin,
    softMax: custom.axisSoftMax,
    centeredZero: custom.axisCenteredZero,
    decimals,
  });
  if (custom.axisPlacement === AxisPlacement.Hidden) {
    return;
  }
  const display = displayOf(field, theme);
  const isSeriesColored = custom.axisColorMode === 'series';
  builder.addAxis({
    scaleKey,
    theme,
    label: custom.axisLabel,
    size: custom.axisWidth,
    placement: custom.axisPlacement ?? AxisPlacement.Auto,
    grid: { show: custom.axisGridShow },
    border: { show: custom.axisBorderShow ?? false },
    color: isSeriesColored ? color : theme.colors.text.primary,
    formatValue: (value: number, axisDecimals) => formattedValueToString(display(value, axisDecimals)),
    decimals,
    distr: distribution,
  });
}

function addThresholds(builder: UPlotConfigBuilder, { field, scaleKey }: LinePlan, theme: GrafanaTheme2): void {
  const { thresholdsStyle, axisSoftMin, axisSoftMax } = customOf(field);
  const { thresholds, min, max } = field.config;
  if (
    thresholds === undefined ||
    (thresholdsStyle?.mode ?? GraphThresholdsStyleMode.Off) === GraphThresholdsStyleMode.Off
  ) {
    return;
  }
  builder.addThresholds({
    config: { mode: thresholdsStyle?.mode ?? GraphThresholdsStyleMode.Off },
    thresholds,
    scaleKey,
    theme,
    hardMin: min,
    hardMax: max,
    softMin: axisSoftMin,
    softMax: axisSoftMax,
  });
}

function addLine(builder: UPlotConfigBuilder, line: LinePlan, theme: GrafanaTheme2): void {
  addValueAxis(builder, line, theme);
  builder.addSeries({
    scaleKey: line.scaleKey,
    theme,
    drawStyle: DrawStyle.Line,
    lineColor: line.color,
    lineWidth: customOf(line.field).lineWidth ?? DEFAULT_LINE_WIDTH,
    showPoints: PointVisibility.Never,
    pointSize: 5,
    spanNulls: false,
  });
  addThresholds(builder, line, theme);
}

// Never stroked: these columns only take part in the range of the value axis and in finding the point under the
// pointer.
function addBandColumns(builder: UPlotConfigBuilder, scaleKey: string, theme: GrafanaTheme2, color: string): void {
  for (let column = 0; column < 3; column++) {
    builder.addSeries({
      scaleKey,
      theme,
      lineColor: color,
      lineWidth: 0,
      pathBuilder: () => null,
      pointsBuilder: () => false,
      showPoints: PointVisibility.Never,
    });
  }
}

function addStage(builder: UPlotConfigBuilder, stage: Stage, plan: ChartPlan): void {
  builder.addHook('init', (u) => {
    u.root.setAttribute('role', 'group');
    u.root.setAttribute(
      'aria-label',
      'Chart: the arrow keys move the crosshair, space and an arrow key select a range',
    );
    // Without any event of a mouse Grafana's tooltip takes a range that was selected by keyboard for an annotation's.
    u.cursor.event ??= new MouseEvent('mousemove');
    stage.attach(u);
  });
  builder.addHook('drawClear', (u) => stage.drawBackground(u));
  builder.addHook('drawAxes', (u) => stage.drawBelowLines(u));
  builder.addHook('draw', (u) => stage.drawAboveLines(u));
  builder.addHook('setSeries', (_u, index) => stage.hover(lineOfColumn(plan, index)));
}

/** The line a column of the chart belongs to: its own, or the one whose band it is; -1 for none. */
export function lineOfColumn(plan: Pick<ChartPlan, 'lines' | 'bandOwner'>, column: number | null): number {
  if (column === null || column < 1) {
    return -1;
  }
  return column > plan.lines.length ? plan.bandOwner : column - 1;
}

/** The chart library's configuration for a plan, with the stage bound to its drawing. */
export function chartConfig(plan: ChartPlan, stage: Stage): UPlotConfigBuilder {
  const builder = new UPlotConfigBuilder(plan.timeZone);
  const owner = plan.lines[plan.bandOwner];
  addTimeAxis(builder, stage, plan);
  plan.lines.forEach((line) => addLine(builder, line, plan.theme));
  if (owner !== undefined) {
    addBandColumns(builder, owner.scaleKey, plan.theme, owner.color);
  }
  builder.scaleKeys = ['x', plan.lines[0]?.scaleKey ?? ''];
  builder.setCursor({
    focus: { prox: plan.hasFocus ? FOCUS_PROXIMITY_PX : -1 },
    // Without this the pointer finds nothing where the nearest sample is missing, and the future has none at all.
    dataIdx: (_u, _column, hovered) => hovered,
  });
  addStage(builder, stage, plan);
  return builder;
}
