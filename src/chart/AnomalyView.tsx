import { useMemo, type ReactNode } from 'react';
import { css } from '@emotion/css';
import type { AbsoluteTimeRange, PanelData, TimeRange, TimeZone } from '@grafana/data';
import { TooltipDisplayMode, usePanelContext, useStyles2, useTheme2, VizLayout } from '@grafana/ui';

import type { PartialSettings } from 'foreband-engine';

import { emptyState } from '../views/states/emptyState';
import { SimulatedMark } from '../views/states/SimulatedMark';
import { StateMessage } from '../views/states/StateMessage';

import { annotationMarks } from './drawing/annotationMarks';
import { AnomalyChart } from './drawing/AnomalyChart';
import { AnomalyLegend } from './legend/AnomalyLegend';
import { nextSort } from './legend/nextSort';
import { useHoveredName } from './legend/useHoveredName';
import { bandOwner } from './model/bandOwner';
import type { PanelModel } from './model/panelModel';
import { AnomalySummary } from './states/AnomalySummary';
import { STATUS_HEIGHT, StatusStrip } from './states/StatusStrip';
import { ChartTooltip } from './tooltip/ChartTooltip';
import type { PointActions } from './tooltip/TooltipContent';
import type { ViewOptions } from './viewOptions';
import { watchedSeries } from './watch/watchedSeries';

interface Props {
  readonly model: PanelModel;
  /** The data behind the model: its time range is shown, its annotations are drawn. */
  readonly data: Pick<PanelData, 'series' | 'state' | 'annotations' | 'timeRange'>;
  readonly options: ViewOptions;
  readonly width: number;
  readonly height: number;
  readonly timeZone: TimeZone;
  /** The actions in the pinned tooltip. Default none. */
  readonly pointActions?: PointActions;
  /** A stretch of time has been dragged over, or selected by keyboard. */
  readonly onSelectRange: (range: AbsoluteTimeRange) => void;
  /** The options that the reader changes in passing: the order of the legend, whether suppressed points are shown. */
  readonly onChange: (change: Partial<ViewOptions>) => void;
  /** Makes alert rules of what is drawn. Default: that is not offered. */
  readonly onAlert?: () => void;
  /** The content of the details below the series. */
  readonly details?: ReactNode;
  /** Sets what mends the fault that a remark tells of; without it none is offered. */
  readonly onMend?: (settings: PartialSettings) => void;
}

const MIN_HEIGHT_WITH_STATUS = 120;

function getStyles() {
  return { root: css({ position: 'relative', overflow: 'hidden' }) };
}

function useVisible(all: PanelModel['series']) {
  return useMemo(() => {
    const visible = all.filter(({ chart }) => !chart.isHidden);
    const series = visible.map(({ chart }) => chart);
    return { series, colors: visible.map(({ color }) => color), owner: bandOwner(series) };
  }, [all]);
}

function hasSamples({ series }: PanelModel): boolean {
  return series.some(({ chart }) => chart.line.time.length > 0);
}

function useWatched({ series, now, isStarting, isFitting }: PanelModel, timeRange: TimeRange) {
  const isReady = !isStarting && !isFitting;
  return useMemo(() => (isReady ? watchedSeries(series, timeRange, now) : []), [isReady, series, timeRange, now]);
}

function useAnnotationMarks({ annotations }: Props['data']) {
  return useMemo(() => annotationMarks(annotations), [annotations]);
}

function legendOf({ model, options: { legend }, timeZone, onChange }: Props) {
  return legend.showLegend ? (
    <VizLayout.Legend placement={legend.placement} width={legend.width}>
      <AnomalyLegend
        series={model.series}
        options={legend}
        now={model.now}
        timeZone={timeZone}
        onSort={(column) => onChange({ legend: nextSort(legend, column) })}
      />
    </VizLayout.Legend>
  ) : null;
}

/** Draws series with their forecast bands and marks what falls outside. */
export function AnomalyView(props: Props) {
  const { model, data, options, width, height, timeZone, pointActions, onSelectRange, onChange } = props;
  const { draw } = options;
  const annotations = useAnnotationMarks(data);
  const theme = useTheme2();
  const styles = useStyles2(getStyles);
  const hoveredName = useHoveredName(usePanelContext().eventBus);
  const { series, colors, owner } = useVisible(model.series);
  const empty = hasSamples(model) ? undefined : emptyState(data, model.notes);
  const hasStatus = draw.status && height >= MIN_HEIGHT_WITH_STATUS;
  const watched = useWatched(model, data.timeRange);
  return (
    <div className={styles.root} style={{ width, height }} data-testid="foreband anomaly panel">
      {hasStatus && empty === undefined && (
        <StatusStrip
          {...props}
          watched={watched}
          showsSuppressed={draw.suppressed}
          onToggleSuppressed={() => onChange({ draw: { ...draw, suppressed: !draw.suppressed } })}
        />
      )}
      {empty !== undefined && <StateMessage state={empty} width={width} height={height} />}
      {empty === undefined && (
        <VizLayout width={width} height={hasStatus ? height - STATUS_HEIGHT : height} legend={legendOf(props)}>
          {(chartWidth, chartHeight) =>
            model.isStarting ? null : (
              <AnomalyChart
                width={chartWidth}
                height={chartHeight}
                theme={theme}
                timeRange={data.timeRange}
                timeZone={timeZone}
                series={series}
                colors={colors}
                bandOwner={owner}
                hovered={series.findIndex(({ name }) => name === hoveredName)}
                draw={draw}
                now={model.now}
                annotations={annotations}
                hasFocus={options.tooltip.mode !== TooltipDisplayMode.None}
              >
                {(tools) => (
                  <ChartTooltip
                    tools={tools}
                    series={series}
                    colors={colors}
                    options={options.tooltip}
                    timeZone={timeZone}
                    annotations={annotations}
                    actions={pointActions}
                    onZoom={onSelectRange}
                  />
                )}
              </AnomalyChart>
            )
          }
        </VizLayout>
      )}
      {model.isSimulated && <SimulatedMark width={width} height={height} />}
      {empty === undefined && <AnomalySummary series={model.series} now={model.now} timeZone={timeZone} />}
    </div>
  );
}
