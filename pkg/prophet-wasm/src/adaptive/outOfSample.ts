import { within } from '../predict/keepWithin.js';
import { fitUntil, forecastOf, type Adaptation } from './adaptation.js';
import { DAY_MS, HOUR_MS, rowsOf, type Grid } from './grid.js';
import { createRecurringFinder } from './recurringFinder.js';

/** The first forecast is made after six hours, and every six until three days; then at every midnight. */
const EVERY_MS = 6 * HOUR_MS;
const YOUNG_MS = 3 * DAY_MS;
/** Rows from which what recurs is looked for. */
const RECURRING_FROM_MS = 3 * DAY_MS;

/** Forecast of each row from the rows before its day; NaN before the first forecast. */
export function forecastOutOfSample(all: Adaptation, excluded: Uint8Array): Float64Array {
  const { grid, bounds } = all;
  const n = grid.y.length;
  const yhat = new Float64Array(n).fill(NaN);
  const fits = all.fitsWithout(excluded);
  const find = createRecurringFinder(all, excluded);
  let scale = 0;
  const cuts = cutsOf(grid);
  cuts.forEach((cut, i) => {
    const model = fitUntil(all, fits, cut);
    if (model === null) {
      return;
    }
    const ahead = forecastOf(all, fits, model, cut, cuts[i + 1] ?? n);
    const isOld = cut * grid.stepMs >= RECURRING_FROM_MS;
    const found = isOld ? find(forecastOf(all, fits, model, 0, cut), scale) : null;
    scale = found?.scale ?? 0;
    for (let k = 0; k < ahead.length; k++) {
      yhat[cut + k] = within(bounds, ahead[k] + (found === null ? 0 : found.profile[grid.slot[cut + k]]));
    }
  });
  return yhat;
}

/** Rows at which a forecast is made. */
function cutsOf({ civil, stepMs }: Grid): readonly number[] {
  const cuts: number[] = [];
  for (let row = rowsOf(EVERY_MS, stepMs); row < civil.length; row++) {
    const begins = (durationMs: number) =>
      Math.floor(civil[row] / durationMs) !== Math.floor(civil[row - 1] / durationMs);
    if (begins(DAY_MS) || (row * stepMs < YOUNG_MS && begins(EVERY_MS))) {
      cuts.push(row);
    }
  }
  return cuts;
}
