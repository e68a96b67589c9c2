import type { Model } from '../fit/model.js';
import type { ProphetOptions } from '../options/prophetOptions.js';
import type { PreparedGrid } from '../reuse/prepareGrid.js';

/** Fits of one regular series, without some of its rows. */
export interface GridFits {
  /**
   * The fit of the rows before `end`.
   * @returns Null where fewer than two of them have a value and are not excluded.
   */
  readonly until: (end: number, options: ProphetOptions) => Model | null;
  /** The point forecast of rows `from` to before `to`, also of those that the model has not seen; the caller's to change. */
  readonly yhat: (model: Model, from: number, to: number) => Float64Array;
}

/**
 * The one place where the rows of a window are fitted.
 * @param y The values of the window.
 * @param excluded 1 for rows that no fit may see.
 */
export function createGridFits(window: PreparedGrid, y: Float64Array, excluded: Uint8Array): GridFits {
  const grid = window.excluding(excluded);
  const isLeft = (row: number) => excluded[row] === 0 && !Number.isNaN(y[row]);
  const first = y.findIndex((_, row) => isLeft(row));
  const second = y.findIndex((_, row) => row > first && isLeft(row));
  return {
    until: (end, options) => (first < 0 || second < 0 || second >= end ? null : grid.fitUntil(end, options)),
    yhat: (...given) => grid.yhat(...given),
  };
}
