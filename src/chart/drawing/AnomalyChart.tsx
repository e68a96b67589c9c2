import { useEffect, useMemo, useState, type ReactNode } from 'react';
import type { GrafanaTheme2, TimeRange, TimeZone } from '@grafana/data';
import type { AlignedData } from 'uplot';
import { EventBusPlugin, KeyboardPlugin, UPlotChart, usePanelContext, type UPlotConfigBuilder } from '@grafana/ui';

import type { ChartSeries } from '../model/chartSeries';
import { useSameItems } from '../model/useSameItems';
import type { DrawOptions } from '../drawOptions';

import type { AnnotationMark } from './annotationMarks';
import { chartConfig, type ChartPlan } from './chartConfig';
import { outsideRuns } from './outsideRuns';
import { planFingerprint } from './planFingerprint';
import { plotColumns, type BandColumns } from './plotColumns';
import type { Scene, SceneSeries } from './scene';
import { scenePalette } from './scenePalette';
import { scaleKeyOf } from './fieldStyle';
import { Stage } from './Stage';
import { StageScene } from './StageScene';

/** The inputs of the chart's plugins (tooltip, crosshair). */
export interface ChartTools {
  readonly config: UPlotConfigBuilder;
  readonly plan: ChartPlan;
  readonly stage: Stage;
}

interface Props {
  readonly width: number;
  readonly height: number;
  readonly theme: GrafanaTheme2;
  readonly timeRange: TimeRange;
  readonly timeZone: TimeZone;
  /** The visible series, in the order of the panel. */
  readonly series: readonly ChartSeries[];
  readonly colors: readonly string[];
  /** Index of the series whose band is always shown; -1 for none. */
  readonly bandOwner: number;
  /** Index of the series pointed at outside the chart, in the legend; -1 for none. */
  readonly hovered: number;
  readonly draw: DrawOptions;
  readonly now: number;
  readonly annotations: readonly AnnotationMark[];
  readonly hasFocus: boolean;
  readonly children: (tools: ChartTools) => ReactNode;
}

function useSceneSeries({ series, colors }: Props): readonly SceneSeries[] {
  return useMemo(
    () =>
      series.map((one, index) => ({
        series: one,
        scaleKey: scaleKeyOf(one.field),
        color: colors[index],
        runs: one.scored === undefined ? [] : outsideRuns(one.line, one.scored),
      })),
    [series, colors],
  );
}

function useScene(props: Props): Scene {
  const series = useSceneSeries(props);
  const { theme, bandOwner, draw, now, annotations, timeRange } = props;
  const palette = useMemo(() => scenePalette(theme), [theme]);
  const from = timeRange.from.valueOf();
  const to = timeRange.to.valueOf();
  return useMemo(
    () => ({
      series,
      from,
      to,
      bandOwner,
      now,
      draw,
      annotations: annotations.map((mark) => ({
        ...mark,
        color: theme.visualization.getColorByName(mark.color === '' ? 'blue' : mark.color),
      })),
      palette,
    }),
    [series, from, to, bandOwner, now, draw, annotations, palette, theme],
  );
}

function usePlan({ series, colors, bandOwner, theme, timeZone, hasFocus }: Props): ChartPlan {
  const plan: ChartPlan = {
    lines: series.map(({ field }, index) => ({ field, scaleKey: scaleKeyOf(field), color: colors[index] })),
    bandOwner,
    theme,
    timeZone,
    hasFocus,
  };
  const fingerprint = planFingerprint(plan);
  const [kept, setKept] = useState({ plan, fingerprint, theme });
  if (kept.fingerprint !== fingerprint || kept.theme !== theme) {
    setKept({ plan, fingerprint, theme });
    return plan;
  }
  return kept.plan;
}

const NOT_SCORED: Partial<BandColumns> = {};

// New columns for a new time range as well: taking them in is what makes the chart library ask for its scales again.
// With several series a new threshold changes none of them, so the lines keep their paths.
function useColumns({ series, timeRange }: Props, bandOwner: number): AlignedData {
  const from = timeRange.from.valueOf();
  const to = timeRange.to.valueOf();
  const lines = useSameItems(series.map(({ line }) => line));
  const owner = series[bandOwner];
  const { time, yhat, bandLower, bandUpper } = owner?.scored ?? NOT_SCORED;
  const hasOwner = owner !== undefined;
  const future = series.find(({ scored }) => scored !== undefined)?.scored?.time;
  // What is said about an incident makes no new columns: these would close the tooltip in which it was said.
  return useMemo(() => {
    const isScored = time !== undefined && yhat !== undefined && bandLower !== undefined && bandUpper !== undefined;
    const scored = isScored ? { time, yhat, bandLower, bandUpper } : undefined;
    return from < to ? plotColumns(lines, hasOwner ? { scored } : undefined, future) : [[]];
  }, [lines, hasOwner, time, yhat, bandLower, bandUpper, future, from, to]);
}

/** The chart: lines by the chart library, everything else by the stage on the same canvas. */
export function AnomalyChart(props: Props) {
  const { width, height, hovered, children } = props;
  const { eventBus } = usePanelContext();
  const [stage] = useState(() => new Stage());
  const scene = useScene(props);
  const plan = usePlan(props);
  const config = useMemo(() => chartConfig(plan, stage), [plan, stage]);
  const data = useColumns(props, plan.bandOwner);
  useEffect(() => stage.hover(hovered), [stage, hovered]);
  return (
    <>
      <StageScene stage={stage} scene={scene} />
      <UPlotChart config={config} data={data} width={width} height={height}>
        <KeyboardPlugin config={config} />
        <EventBusPlugin config={config} eventBus={eventBus} />
        {children({ config, plan, stage })}
      </UPlotChart>
    </>
  );
}
