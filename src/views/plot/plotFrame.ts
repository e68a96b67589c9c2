import { scaleLinear } from 'd3-scale';

import type { Axis } from './axis';

/** The drawing area of a plot, CSS pixels within its svg, with what turns values into places. */
export interface PlotFrame {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly xDomain: readonly [number, number];
  readonly yDomain: readonly [number, number];
  x(value: number): number;
  y(value: number): number;
  /** The value at a place. */
  xAt(place: number): number;
}

/** A tick with what is written at it. */
export interface Tick {
  readonly value: number;
  readonly text: string;
}

/** A frame with the ticks around it. */
export interface FramedPlot {
  readonly frame: PlotFrame;
  readonly xTicks: readonly Tick[];
  readonly yTicks: readonly Tick[];
  /** Whether there is room for what the axes measure. */
  readonly hasLabels: boolean;
}

/** The space of a plot, CSS pixels. */
export interface PlotSize {
  readonly width: number;
  readonly height: number;
}

/** Size of the ticks' text, CSS pixels. */
export const TICK_TEXT_PX = 11;

// Tabular figures of the ticks' font are about this wide.
const CHARACTER_PX = 7.5;

const TICK_GAP_PX = 8;
const LINE_PX = 15;
const MARGIN_PX = 8;
const X_TICK_SPACE_PX = 64;
const Y_TICK_SPACE_PX = 34;

// Nor would what the axes measure.
const MIN_WIDTH_WITH_LABELS = 240;
const MIN_HEIGHT_WITH_LABELS = 150;

// Ticks of a plot smaller than this would leave no room for the plot.
const MIN_WIDTH_WITH_TICKS = 130;
const MIN_HEIGHT_WITH_TICKS = 70;

function scaleOf([start, end]: readonly [number, number]) {
  return scaleLinear([start, end], [0, 1]);
}

function ticksOf(axis: Axis, nMost: number): Tick[] {
  const values = axis.ticks?.(nMost) ?? scaleOf(axis.domain).ticks(nMost);
  return values.map((value) => ({ value, text: axis.format(value) }));
}

function leftMargin(ticks: readonly Tick[], hasLabel: boolean): number {
  const longest = ticks.reduce((most, { text }) => Math.max(most, text.length), 0);
  return longest * CHARACTER_PX + TICK_GAP_PX + (hasLabel ? LINE_PX : 0);
}

/** Places a plot's axes in a space; where that is small they go, and the plot keeps all of it. */
export function framePlot({ width, height }: PlotSize, x: Axis, y: Axis): FramedPlot {
  const hasYTicks = width >= MIN_WIDTH_WITH_TICKS;
  const hasXTicks = height >= MIN_HEIGHT_WITH_TICKS;
  const hasLabels = width >= MIN_WIDTH_WITH_LABELS && height >= MIN_HEIGHT_WITH_LABELS;
  const bottom = hasXTicks ? LINE_PX + 3 + (hasLabels && x.label !== undefined ? LINE_PX : 0) : 2;
  const innerHeight = Math.max(1, height - MARGIN_PX - bottom);
  const yTicks = hasYTicks ? ticksOf(y, Math.max(2, Math.floor(innerHeight / Y_TICK_SPACE_PX))) : [];
  const left = hasYTicks ? leftMargin(yTicks, hasLabels && y.label !== undefined) : 2;
  const innerWidth = Math.max(1, width - left - MARGIN_PX);
  const xTicks = hasXTicks ? ticksOf(x, Math.max(2, Math.floor(innerWidth / X_TICK_SPACE_PX))) : [];
  const xScale = scaleLinear([...x.domain], [left, left + innerWidth]);
  const yScale = scaleLinear([...y.domain], [MARGIN_PX + innerHeight, MARGIN_PX]);
  const frame: PlotFrame = {
    left,
    top: MARGIN_PX,
    width: innerWidth,
    height: innerHeight,
    xDomain: x.domain,
    yDomain: y.domain,
    x: (value) => xScale(value),
    y: (value) => yScale(value),
    xAt: (place) => xScale.invert(place),
  };
  return { frame, xTicks, yTicks, hasLabels };
}

/** A domain that holds these values with a little room, on round numbers; 0 to 1 where there is none. */
export function roundDomain(...columns: ReadonlyArray<ArrayLike<number>>): readonly [number, number] {
  let low = Infinity;
  let high = -Infinity;
  for (const column of columns) {
    for (let row = 0; row < column.length; row++) {
      const value = column[row];
      if (Number.isFinite(value)) {
        low = value < low ? value : low;
        high = value > high ? value : high;
      }
    }
  }
  if (low > high) {
    return [0, 1];
  }
  const room = low === high ? Math.max(Math.abs(low) * 0.1, 1e-9) : 0;
  const [start, end] = scaleLinear([low - room, high + room], [0, 1])
    .nice(5)
    .domain();
  return [start, end];
}
