import type { TrainingRows } from 'foreband-detector';

/** Samples on a grid without a hole: NaN where there is none. */
export interface GridRows {
  /** Epoch ms. */
  readonly time: Float64Array;
  readonly y: Float64Array;
  readonly stepMs: number;
}

/** Whether all times lie whole steps apart, wherever the first one is. */
export function isOnGrid(time: Float64Array, stepMs: number): boolean {
  return time.every((moment) => (moment - time[0]) % stepMs === 0);
}

/** Samples that lie on a grid, with the steps between them. */
export function onGrid({ time, y }: TrainingRows, stepMs: number): GridRows {
  const length = Math.round((time[time.length - 1] - time[0]) / stepMs) + 1;
  const grid = { time: new Float64Array(length), y: new Float64Array(length).fill(NaN), stepMs };
  for (let row = 0; row < length; row++) {
    grid.time[row] = time[0] + row * stepMs;
  }
  for (let row = 0; row < time.length; row++) {
    grid.y[Math.round((time[row] - time[0]) / stepMs)] = y[row];
  }
  return grid;
}
