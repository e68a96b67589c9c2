import { useMemo, useState, type ReactNode } from 'react';
import { numberText, percentText } from 'foreband-detector';

import type { FigureTable } from '../download/csvText';
import { ViewTile } from '../layout/ViewTile';
import { BrushLayer } from '../plot/BrushLayer';
import { nearestRow } from '../plot/nearestRow';
import { Plot } from '../plot/Plot';
import type { PlotFrame, PlotSize } from '../plot/plotFrame';
import { usePlotColors } from '../plot/usePlotColors';

interface Props extends PlotSize {
  readonly title: string;
  /** Name of the series. */
  readonly subject: string;
  /** The text at the title's side while nothing is pointed at. */
  readonly summary: string;
  readonly xName: string;
  readonly yName: string;
  /** Ascending, 0 to 1. */
  readonly xs: Float64Array;
  /** 0 to 1. */
  readonly ys: Float64Array;
  /** The threshold multiplier at each place. Default: the places have none. */
  readonly thresholds?: Float64Array;
  /** Where the detector stands at the threshold that is shown. */
  readonly current?: { readonly x: number; readonly y: number };
  readonly table: () => FigureTable;
  readonly children: (frame: PlotFrame) => ReactNode;
}

const rate = { domain: [0, 1] as const, format: (value: number) => String(Number(value.toFixed(2))) };

/** A curve of one rate over another, from 0 to 1 both. */
export function RateCurveView(props: Props) {
  const { width, height, title, subject, summary, xName, yName, xs, ys, thresholds, current, table, children } = props;
  const colors = usePlotColors();
  const [hovered, setHovered] = useState<number>();
  const row = hovered === undefined ? -1 : nearestRow(xs, hovered);
  const axes = useMemo(() => ({ x: { ...rate, label: xName }, y: { ...rate, label: yName } }), [xName, yName]);
  const atThreshold = row < 0 || thresholds === undefined ? '' : ` · multiplier ${numberText(thresholds[row])}`;
  const readout =
    row < 0 ? summary : `${xName} ${percentText(xs[row])} · ${yName} ${percentText(ys[row])}${atThreshold}`;
  return (
    <ViewTile width={width} height={height} title={title} subject={subject} readout={readout} table={table}>
      {(size) => (
        <Plot
          {...size}
          label={`${title}: ${summary}`}
          {...axes}
          overlay={(frame) => (
            <BrushLayer
              frame={frame}
              label={`${title} by ${xName.toLowerCase()}`}
              range={undefined}
              rangeText={readout}
              onBrush={() => undefined}
              onHover={setHovered}
              step={0.02}
            />
          )}
        >
          {(frame) => (
            <>
              {children(frame)}
              {current !== undefined && Number.isFinite(current.x + current.y) && (
                <circle
                  cx={frame.x(current.x)}
                  cy={frame.y(current.y)}
                  r={4.5}
                  fill={colors.background}
                  stroke={colors.text}
                  strokeWidth={2}
                  data-legend="at the threshold shown"
                />
              )}
              {row >= 0 && <circle cx={frame.x(xs[row])} cy={frame.y(ys[row])} r={3} fill={colors.text} />}
            </>
          )}
        </Plot>
      )}
    </ViewTile>
  );
}
