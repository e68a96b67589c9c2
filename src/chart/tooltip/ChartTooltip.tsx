import type { AbsoluteTimeRange, TimeZone } from '@grafana/data';
import { TooltipDisplayMode, TooltipPlugin2, usePanelContext, type VizTooltipOptions } from '@grafana/ui';

import type { AnnotationMark } from '../drawing/annotationMarks';
import type { ChartTools } from '../drawing/AnomalyChart';
import { lineOfColumn } from '../drawing/chartConfig';
import type { ChartSeries } from '../model/chartSeries';
import { useLatest } from '../useLatest';

import { TooltipContent, type PointActions } from './TooltipContent';

interface Props {
  readonly tools: ChartTools;
  readonly series: readonly ChartSeries[];
  readonly colors: readonly string[];
  readonly options: VizTooltipOptions;
  readonly timeZone: TimeZone;
  readonly annotations: readonly AnnotationMark[];
  readonly actions?: PointActions;
  readonly onZoom: (range: AbsoluteTimeRange) => void;
}

// `TooltipHoverMode` of @grafana/ui is a const enum its index does not export: 0 follows the nearest line, 1 any line.
const FOLLOW_NEAREST = 0;
const FOLLOW_ANY = 1;

const ANNOTATION_REACH_PX = 6;

function annotationsNear(marks: readonly AnnotationMark[], time: number, reachMs: number): AnnotationMark[] {
  return marks.filter(({ start, end }) => time >= start - reachMs && time <= end + reachMs);
}

/** Tooltip, crosshair synchronization and drag to zoom. */
export function ChartTooltip({ tools, series, colors, options, timeZone, annotations, actions, onZoom }: Props) {
  const { sync, eventsScope } = usePanelContext();
  const isHidden = options.mode === TooltipDisplayMode.None;
  // The plugin binds its hooks once for each chart.
  const zoom = useLatest(onZoom);
  return (
    <TooltipPlugin2
      config={tools.config}
      // Without focus (see the chart's plan) nothing is ever nearest, so a hidden tooltip stays hidden and zooming
      // works.
      hoverMode={isHidden ? FOLLOW_NEAREST : FOLLOW_ANY}
      queryZoom={zoom}
      clientZoom={true}
      syncMode={sync?.()}
      syncScope={eventsScope}
      maxWidth={options.maxWidth}
      render={(u, rows, column, isPinned) => {
        const row = rows.find((index) => index != null);
        const time = row == null ? undefined : u.data[0][row];
        if (time === undefined) {
          return null;
        }
        const nearest = lineOfColumn(tools.plan, column);
        const { min, max } = u.scales.x;
        const msPerPx = ((max ?? 0) - (min ?? 0)) / Math.max(1, u.over.clientWidth);
        return (
          <TooltipContent
            series={series}
            colors={colors}
            focused={nearest >= 0 ? nearest : tools.stage.bandOwner()}
            time={time}
            timeZone={timeZone}
            isMulti={options.mode === TooltipDisplayMode.Multi || (nearest < 0 && tools.stage.bandOwner() < 0)}
            sort={options.sort}
            maxHeight={options.maxHeight}
            isPinned={isPinned}
            actions={actions}
            annotations={annotationsNear(annotations, time, ANNOTATION_REACH_PX * msPerPx)}
          />
        );
      }}
    />
  );
}
