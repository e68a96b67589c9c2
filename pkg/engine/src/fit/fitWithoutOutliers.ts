import type { TrainingRows } from 'foreband-detector';
import { robustFit, type Model, type Prophet, type ProphetOptions } from 'prophet-wasm';

import type { GrowthBounds } from './growthBounds.js';

/** Samples to fit, and between which bounds they grow where the growth is logistic. */
type Rows = TrainingRows & Partial<GrowthBounds>;

// A model to search with needs no more rows than these: it is fitted several times, and the rows cost.
const SEARCH_STEP_MS = 30 * 60_000;
const SEARCH_ROWS = 1000;

// The first fit is bent by the outliers, the second is not, the third tests every sample anew; more change next to none.
const SEARCH_FITS = 3;

// Where so many samples are far away they are no outliers but how the series is, and a model without them a model of
// something else.
const MAX_SHARE = 0.1;

/** One row of every half hour, or of shorter stretches where that would leave fewer than a thousand. */
function thinned({ time, y, ...bounds }: Rows): Rows {
  const stretchMs = Math.min(SEARCH_STEP_MS, (time[time.length - 1] - time[0]) / SEARCH_ROWS);
  let last = -Infinity;
  const isUsed = Uint8Array.from(time, (moment) => {
    const stretch = Math.floor(moment / stretchMs);
    const isFirst = stretch !== last;
    last = stretch;
    return isFirst ? 1 : 0;
  });
  const used = (column: Float64Array) => column.filter((_, row) => isUsed[row] === 1);
  return { time: used(time), y: used(y), ...bounds };
}

function withoutFarRows({ time, y, ...bounds }: Rows, yhat: Float64Array, maxDistance: number): Rows {
  const isNear = (row: number) => Math.abs(y[row] - yhat[row]) <= maxDistance;
  return { time: time.filter((_, row) => isNear(row)), y: y.filter((_, row) => isNear(row)), ...bounds };
}

/**
 * Fits a model to the samples that are no outliers. They are found with a model fitted robustly to a part of the rows:
 * the same samples within a few, at a third of the time. Where more than a tenth of the samples would have to go, all stay.
 * @param maxDeviations in robust standard deviations of all residuals, above 0.
 */
export function fitWithoutOutliers(
  prophet: Prophet,
  history: Rows,
  options: ProphetOptions,
  maxDeviations: number,
): { readonly model: Model; readonly nExcluded: number } {
  const search = robustFit(prophet, thinned(history), options, { maxDeviations, maxFits: SEARCH_FITS });
  const { yhat } = prophet.predict(search.model, history.time);
  const near = withoutFarRows(history, yhat, maxDeviations * search.deviation);
  const nExcluded = history.time.length - near.time.length;
  return nExcluded > MAX_SHARE * history.time.length
    ? { model: prophet.fit(history, options), nExcluded: 0 }
    : { model: prophet.fit(near, options), nExcluded };
}
