import type { Model } from '../fit/model.js';
import type { ProphetOptions } from '../options/prophetOptions.js';
import type { Prophet } from '../prophet.js';
import type { AdaptiveWindow } from './adaptiveOptions.js';

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
 * @param excluded 1 for rows that no fit may see.
 */
export function createGridFits(prophet: Prophet, window: AdaptiveWindow, excluded: Uint8Array): GridFits {
  const { start, stepMs, cap, floor } = window;
  const saturation = { ...(cap === undefined ? {} : { cap }), ...(floor === undefined ? {} : { floor }) };
  const y = new Float64Array(window.y);
  const nLeft = new Int32Array(y.length + 1);
  for (let i = 0; i < y.length; i++) {
    if (excluded[i] === 1) {
      y[i] = NaN;
    }
    nLeft[i + 1] = nLeft[i] + (Number.isNaN(y[i]) ? 0 : 1);
  }
  return {
    until: (end, options) =>
      nLeft[end] < 2 ? null : prophet.fit({ start, stepMs, y: y.subarray(0, end), ...saturation }, options),
    yhat: (model, from, to) => prophet.predict(model, { start: start + from * stepMs, stepMs, count: to - from }).yhat,
  };
}
