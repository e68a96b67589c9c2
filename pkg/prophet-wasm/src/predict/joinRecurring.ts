import type { Model } from '../fit/model.js';
import { edgeValues } from '../recurring/edgesAt.js';
import { RECURRING } from '../recurring/recurring.js';
import { valuesAt, weekTable } from '../recurring/weekTable.js';
import type { Forecast } from './forecast.js';
import { keepWithin, within } from './keepWithin.js';

/** Columns of a forecast that are ours to change. */
type Columns = Pick<Forecast, 'yhat' | 'yhatLower' | 'yhatUpper' | 'additiveTerms'>;

/**
 * Brings the columns within the model's bounds and adds what recurs, where they stand. A yhat that would leave a bound is
 * brought to it first, its interval with it, and what recurs comes on top; then all of them are kept within.
 * @param civil The rows' times on the clock of the model's time zone, milliseconds.
 * @returns The component of what recurs, by its name; none where nothing does.
 */
export function joinRecurring(
  { recurring, bounds }: Model,
  civil: Float64Array,
  columns: Columns,
): Forecast['components'] {
  const { yhat, yhatLower, yhatUpper, additiveTerms } = columns;
  if (bounds.lower !== null || bounds.upper !== null) {
    for (let i = 0; i < yhat.length; i++) {
      const change = within(bounds, yhat[i]) - yhat[i];
      yhat[i] += change;
      yhatLower[i] += change;
      yhatUpper[i] += change;
    }
  }
  const values =
    recurring === null ? null : valuesAt(weekTable(recurring.slotMs, recurring.runs), recurring.slotMs, civil);
  if (recurring !== null && values !== null) {
    const above = edgeValues(recurring, 'above', civil);
    const below = edgeValues(recurring, 'below', civil);
    for (let i = 0; i < values.length; i++) {
      yhat[i] += values[i];
      yhatLower[i] += values[i] - below[i];
      yhatUpper[i] += values[i] + above[i];
      additiveTerms[i] += values[i];
    }
  }
  [yhat, yhatLower, yhatUpper].forEach((column) => keepWithin(bounds, column));
  return values === null ? {} : { [RECURRING]: values };
}
