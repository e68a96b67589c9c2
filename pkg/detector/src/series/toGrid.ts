import type { Series } from './series.js';

/**
 * Puts a series on a regular grid without inventing values. Each finite sample goes to the nearest cell (half-way: the
 * later one); a cell with several takes their mean, a cell with none is NaN. Samples beyond the bounds are left out.
 * @param stepMs grid spacing, milliseconds, above 0.
 * @param start time of the first cell, epoch milliseconds. Default the first sample's, so a regular series keeps its
 * times.
 * @param end no cell lies after it, epoch milliseconds. Default: the last sample's cell is the last.
 * @throws RangeError for a step that is not above 0.
 */
export function toGrid(series: Series, stepMs: number, start?: number, end?: number): Series {
  if (!(stepMs > 0 && stepMs < Infinity)) {
    throw new RangeError(`invalid stepMs: ${stepMs} (expected above 0)`);
  }
  const first = start ?? series.time.at(0) ?? 0;
  const length = Math.max(0, nCells(first, series.time.at(-1), end, stepMs));
  const time = Float64Array.from({ length }, (_, cell) => first + cell * stepMs);
  return { ...series, time, y: cellMeans(series, first, stepMs, length) };
}

function nCells(first: number, lastSample: number | undefined, end: number | undefined, stepMs: number): number {
  if (end !== undefined) {
    return Math.floor((end - first) / stepMs) + 1;
  }
  return lastSample === undefined ? 0 : Math.round((lastSample - first) / stepMs) + 1;
}

function cellMeans(series: Series, first: number, stepMs: number, length: number): Float64Array {
  const y = new Float64Array(length);
  const count = new Int32Array(length);
  for (let i = 0; i < series.time.length; i++) {
    const cell = Math.round((series.time[i] - first) / stepMs);
    if (cell >= 0 && cell < length && Number.isFinite(series.y[i])) {
      count[cell]++;
      y[cell] += (series.y[i] - y[cell]) / count[cell];
    }
  }
  for (let cell = 0; cell < length; cell++) {
    y[cell] = count[cell] === 0 ? NaN : y[cell];
  }
  return y;
}
