import { quantileOfLargest } from '../order/quantile.js';
import type { Adaptation } from './adaptation.js';
import { findRecurring } from './findRecurring.js';
import { NORMAL_SCALE, SCALE_QUANTILE } from './noise.js';
import { outside } from './outside.js';

/** Deviations from a forecast that recur. */
export interface FoundRecurring {
  /** By slot of the week, from Monday 00:00 on; 0 where nothing does. */
  readonly profile: Float64Array;
  /** Residuals of the rows; NaN in blocks. */
  readonly residual: Float64Array;
  /** Standard deviation of what is usual, in the unit of y. */
  readonly scale: number;
}

/** Finds what recurs beside a forecast of the first rows, within bounds. What it returns holds until the next call. */
export type RecurringFinder = (yhat: Float64Array, expectedScale: number) => FoundRecurring;

/** A scale is hardly ever below this share of the one expected. */
const EXPECTED_SHARE = 0.85;

/**
 * Only large residuals say what recurs, and what the scale is: each forecast costs one pass over its rows.
 * @param excluded 1 for rows without a part in the fit: the scale is that of the others; all rows but those of blocks say what
 * recurs.
 */
export function createRecurringFinder(all: Adaptation, excluded: Uint8Array): RecurringFinder {
  const { least, analysis } = all;
  const y = outside(all.grid.y, analysis.isBlock);
  const column = new Float64Array(y.length);
  const sizes = new Float64Array(y.length);
  const large = new Int32Array(y.length);
  const used = countUsed(y, excluded);

  const find: RecurringFinder = (yhat, expectedScale) => {
    const n = yhat.length;
    const residual = column.subarray(0, n);
    const floor = EXPECTED_SHARE * NORMAL_SCALE * expectedScale;
    let nLarge = 0;
    for (let i = 0; i < n; i++) {
      const value = y[i] - yhat[i];
      residual[i] = value;
      if (value >= floor || value <= -floor) {
        large[nLarge++] = i;
      }
    }
    let count = 0;
    for (let k = 0; k < nLarge; k++) {
      if (excluded[large[k]] === 0) {
        sizes[count++] = Math.abs(residual[large[k]]);
      }
    }
    const size = used[n] === 0 ? 0 : quantileOfLargest(sizes, count, used[n], SCALE_QUANTILE);
    if (Number.isNaN(size)) {
      return find(yhat, 0);
    }
    const scale = Math.max(size / NORMAL_SCALE, least);
    return { profile: findRecurring(all, residual, large.subarray(0, nLarge), scale), residual, scale };
  };
  return find;
}

/** Rows with a value and a part in the fit, before each. */
function countUsed(y: Float64Array, excluded: Uint8Array): Int32Array {
  const used = new Int32Array(y.length + 1);
  for (let i = 0; i < y.length; i++) {
    used[i + 1] = used[i] + (excluded[i] === 1 || Number.isNaN(y[i]) ? 0 : 1);
  }
  return used;
}
