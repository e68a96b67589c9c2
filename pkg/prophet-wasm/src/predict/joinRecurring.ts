import type { Model } from '../fit/model.js';
import { edgeColumns } from '../recurring/edgesAt.js';
import { RECURRING } from '../recurring/recurring.js';
import { valuesAt, weekTable } from '../recurring/weekTable.js';
import type { Forecast } from './forecast.js';
import { keepWithin, within } from './keepWithin.js';

/** Columns of a forecast that are ours to change. */
type Columns = Pick<Forecast, 'time' | 'yhat' | 'yhatLower' | 'yhatUpper' | 'additiveTerms'>;

/**
 * Brings the columns within the model's bounds, adds what recurs and widens the interval by the edges, where they stand. A
 * yhat that would leave a bound is brought to it first, its interval with it, and what recurs comes on top; then all of them
 * are kept within.
 * @param civil The rows' times on the clock of the model's time zone, milliseconds.
 * @returns The component of what recurs, by its name; none where nothing does.
 */
export function joinRecurring(model: Model, civil: Float64Array, columns: Columns): Forecast['components'] {
  const { bounds, recurring } = model;
  const { yhat, yhatLower, yhatUpper, additiveTerms } = columns;
  const values =
    recurring === null ? null : valuesAt(weekTable(recurring.slotMs, recurring.runs), recurring.slotMs, civil);
  const { above, below } = edgeColumns(model, columns.time, civil);
  for (let i = 0; i < yhat.length; i++) {
    const extra = values === null ? 0 : values[i];
    const change = within(bounds, yhat[i]) - yhat[i] + extra;
    yhat[i] += change;
    yhatLower[i] += change - below[i];
    yhatUpper[i] += change + above[i];
    additiveTerms[i] += extra;
  }
  keepWithin(bounds, [yhat, yhatLower, yhatUpper]);
  return values === null ? {} : { [RECURRING]: values };
}

/** Whether a model has anything of the kind. */
export function hasMore({ bounds, recurring, options }: Model): boolean {
  const isBounded = bounds.lower !== null || bounds.upper !== null;
  return isBounded || recurring !== null || options.steps.some(({ isSettled }) => !isSettled);
}
