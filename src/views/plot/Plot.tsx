import { useId, useMemo, type ReactNode } from 'react';

import type { Axis } from './axis';
import { framePlot, TICK_TEXT_PX, type PlotFrame, type PlotSize, type Tick } from './plotFrame';
import { usePlotColors } from './usePlotColors';

const EDGE_PX = 14;

// A mark on the edge of the plot is seen whole.
const CLIP_SLACK_PX = 6;

interface Props extends PlotSize {
  /** The plot in a sentence: it stands for the picture where that cannot be seen. */
  readonly label: string;
  readonly x: Axis;
  readonly y: Axis;
  /** The drawing inside the axes. */
  readonly children: (frame: PlotFrame) => ReactNode;
  /** The layer above it that takes part in what the pointer does; may reach over the axes. */
  readonly overlay?: (frame: PlotFrame) => ReactNode;
}

// Near an end of the axis a text that is centered on its tick would be cut off.
function anchorOf(frame: PlotFrame, value: number): 'start' | 'middle' | 'end' {
  const { left, width } = frame;
  const place = frame.x(value) - left;
  if (place > width - EDGE_PX) {
    return 'end';
  }
  return place < EDGE_PX && left < EDGE_PX ? 'start' : 'middle';
}

function Ticks({ frame, xTicks, yTicks }: { frame: PlotFrame; xTicks: readonly Tick[]; yTicks: readonly Tick[] }) {
  const colors = usePlotColors();
  const bottom = frame.top + frame.height;
  return (
    <g fill={colors.faintText} fontSize={TICK_TEXT_PX} fontFamily={colors.fontFamily} stroke="none" aria-hidden="true">
      {yTicks.map(({ value, text }) => (
        <g key={value}>
          <path d={`M${frame.left} ${frame.y(value)}h${frame.width}`} stroke={colors.grid} />
          <text x={frame.left - 5} y={frame.y(value)} dy="0.35em" textAnchor="end">
            {text}
          </text>
        </g>
      ))}
      {xTicks.map(({ value, text }) => (
        <g key={value}>
          <path d={`M${frame.x(value)} ${frame.top}v${frame.height}`} stroke={colors.grid} />
          <text x={frame.x(value)} y={bottom + 14} textAnchor={anchorOf(frame, value)}>
            {text}
          </text>
        </g>
      ))}
    </g>
  );
}

function AxisLabels({ frame, x, y, height }: { frame: PlotFrame; x: Axis; y: Axis; height: number }) {
  const colors = usePlotColors();
  const middle = frame.top + frame.height / 2;
  return (
    <g fill={colors.text} fontSize={TICK_TEXT_PX} fontFamily={colors.fontFamily} textAnchor="middle" aria-hidden="true">
      {x.label !== undefined && (
        <text x={frame.left + frame.width / 2} y={height - 3}>
          {x.label}
        </text>
      )}
      {y.label !== undefined && <text transform={`translate(11 ${middle}) rotate(-90)`}>{y.label}</text>}
    </g>
  );
}

/**
 * A plot with its axes, as one svg that can be downloaded: colors and fonts are written into it. The first svg of a
 * tile that is marked `data-figure` is its figure.
 */
export function Plot({ width, height, label, x, y, children, overlay }: Props) {
  const clip = useId();
  const { frame, xTicks, yTicks, hasLabels } = useMemo(() => framePlot({ width, height }, x, y), [width, height, x, y]);
  return (
    <svg
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="group"
      aria-label={label}
      data-figure=""
    >
      <clipPath id={clip}>
        <rect
          x={frame.left - CLIP_SLACK_PX}
          y={frame.top - CLIP_SLACK_PX}
          width={frame.width + 2 * CLIP_SLACK_PX}
          height={frame.height + 2 * CLIP_SLACK_PX}
        />
      </clipPath>
      <Ticks frame={frame} xTicks={xTicks} yTicks={yTicks} />
      {hasLabels && <AxisLabels frame={frame} x={x} y={y} height={height} />}
      <g clipPath={`url(#${clip})`} fill="none">
        {children(frame)}
      </g>
      {overlay?.(frame)}
    </svg>
  );
}
