import type { AlignedData } from 'uplot';

import type { DrawnLine, Judgement } from '../model/chartSeries';

type PlotColumn = Array<number | null | undefined>;

function sameAxis(left: Float64Array, right: Float64Array): boolean {
  return left === right || (left.length === right.length && left.every((time, row) => time === right[row]));
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

// The chart library breaks a line at null and draws it through undefined: a missing reading is null, a time that only
// another series has is undefined.
function columnOn(axis: Float64Array, time: Float64Array, values: Float64Array): PlotColumn {
  if (sameAxis(axis, time)) {
    return Array.from(values, (value) => (Number.isFinite(value) ? value : null));
  }
  const column: PlotColumn = new Array<undefined>(axis.length).fill(undefined);
  let row = 0;
  axis.forEach((at, index) => {
    while (time[row] < at) {
      row++;
    }
    if (time[row] === at) {
      column[index] = Number.isFinite(values[row]) ? values[row] : null;
    }
  });
  return column;
}

/**
 * The chart library's data: a common time axis, one column per line and, of the series whose band is always shown, its
 * forecast and band edges: they are drawn elsewhere, here they stretch the value axis and make the future hoverable.
 */
export function plotColumns(
  lines: readonly DrawnLine[],
  bandOwner: Judgement | undefined,
  futureAxis: Float64Array | undefined,
): AlignedData {
  const axes = [...lines.map(({ time }) => time), bandOwner?.time, futureAxis];
  const axis = unionOfAxes(axes.filter((time) => time !== undefined));
  const columns = lines.map(({ time, y }) => columnOn(axis, time, y));
  if (bandOwner !== undefined) {
    const { time, yhat, bandLower, bandUpper } = bandOwner;
    columns.push(...[yhat, bandLower, bandUpper].map((values) => columnOn(axis, time, values)));
  }
  return [axis, ...columns];
}
