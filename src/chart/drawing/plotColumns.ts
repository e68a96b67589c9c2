import type { AlignedData } from 'uplot';

import type { DrawnLine, ScoredSeries } from '../model/chartSeries';

/** The columns of a scored series that the chart library hears of. */
export type BandColumns = Pick<ScoredSeries, 'time' | 'yhat' | 'bandLower' | 'bandUpper'>;

type PlotColumn = Array<number | null | undefined>;

// Plain loops here: these columns are walked with every change of the threshold, and callbacks cost ten times as much.
function sameAxis(left: Float64Array, right: Float64Array): boolean {
  if (left === right) {
    return true;
  }
  let row = left.length === right.length ? left.length - 1 : -2;
  while (row >= 0 && left[row] === right[row]) {
    row--;
  }
  return row === -1;
}

function distinctAxes(axes: readonly Float64Array[]): Float64Array[] {
  const distinct: Float64Array[] = [];
  for (const axis of axes) {
    if (!distinct.some((known) => sameAxis(known, axis))) {
      distinct.push(axis);
    }
  }
  return distinct;
}

/** Every time that occurs on any of the axes, ascending. */
export function unionOfAxes(axes: readonly Float64Array[]): Float64Array {
  const [first, ...others] = distinctAxes(axes);
  if (first === undefined || others.length === 0) {
    return first ?? new Float64Array();
  }
  const all = new Float64Array(axes.reduce((length, axis) => length + axis.length, 0));
  let end = 0;
  for (const axis of [first, ...others]) {
    all.set(axis, end);
    end += axis.length;
  }
  const sorted = all.subarray(0, end).sort();
  return sorted.filter((time, row) => row === 0 || time !== sorted[row - 1]);
}

function presentOrNull(value: number): number | null {
  return value - value === 0 ? value : null;
}

// The chart library breaks a line at null and draws it through undefined: a missing sample is null, a time that only
// another series has is undefined.
function columnOn(axis: Float64Array, time: Float64Array, values: Float64Array): PlotColumn {
  const column: PlotColumn = [];
  if (sameAxis(axis, time)) {
    for (let row = 0; row < values.length; row++) {
      column.push(presentOrNull(values[row]));
    }
    return column;
  }
  let row = 0;
  for (let index = 0; index < axis.length; index++) {
    while (time[row] < axis[index]) {
      row++;
    }
    column.push(time[row] === axis[index] ? presentOrNull(values[row]) : undefined);
  }
  return column;
}

/**
 * The chart library's data: a common time axis, one column per line and, of the series whose band is always shown, its
 * forecast and band edges: they are drawn elsewhere, here they stretch the value axis and make the future hoverable.
 * They are empty until that series is scored.
 */
export function plotColumns(
  lines: readonly DrawnLine[],
  bandOwner: { readonly scored?: BandColumns } | undefined,
  futureAxis: Float64Array | undefined,
): AlignedData {
  const axes = [...lines.map(({ time }) => time), bandOwner?.scored?.time, futureAxis];
  const axis = unionOfAxes(axes.filter((time) => time !== undefined));
  const columns = lines.map(({ time, y }) => columnOn(axis, time, y));
  if (bandOwner !== undefined) {
    columns.push(...bandColumns(axis, bandOwner.scored));
  }
  return [axis, ...columns];
}

function bandColumns(axis: Float64Array, scored: BandColumns | undefined): PlotColumn[] {
  if (scored === undefined) {
    return [[], [], []];
  }
  const { time, yhat, bandLower, bandUpper } = scored;
  return [yhat, bandLower, bandUpper].map((values) => columnOn(axis, time, values));
}
