import type { Model } from '../fit/model.js';
import type { ProphetOptions } from '../options/prophetOptions.js';
import type { Prophet } from '../prophet.js';
import type { AdaptiveWindow } from './adaptiveOptions.js';

/** Fits of the first rows of one regular series, without those that are excluded. */
export interface GridFits {
  /**
   * @param count Rows, from the first.
   * @param excluded 1 for rows that have no part in the fit.
   * @returns Null where fewer than two rows are left.
   */
  readonly fit: (count: number, excluded: Uint8Array, options: ProphetOptions) => GridFit | null;
}

/** One of them. */
export interface GridFit {
  readonly model: Model;
  /** The point forecast of rows `from` to before `to`, also after those of the fit; the caller's to change. */
  readonly yhat: (from: number, to: number) => Float64Array;
}

/** Each by itself, from the rows. */
export function createGridFits(prophet: Prophet, window: AdaptiveWindow, given: Float64Array): GridFits {
  const { start, stepMs, cap, floor } = window;
  const saturation = { ...(cap === undefined ? {} : { cap }), ...(floor === undefined ? {} : { floor }) };
  return {
    fit(count, excluded, options) {
      const y = given.slice(0, count);
      let left = 0;
      for (let i = 0; i < count; i++) {
        y[i] = excluded[i] === 1 ? NaN : y[i];
        left += Number.isNaN(y[i]) ? 0 : 1;
      }
      if (left < 2) {
        return null;
      }
      const model = prophet.fit({ start, stepMs, y, ...saturation }, options);
      return {
        model,
        yhat: (from, to) => prophet.predict(model, { start: start + from * stepMs, stepMs, count: to - from }).yhat,
      };
    },
  };
}
