import type { Model } from '../fit/model.js';
import { edgeValues } from '../recurring/edgesAt.js';
import { RECURRING } from '../recurring/recurring.js';
import { valuesAt, weekTable } from '../recurring/weekTable.js';
import type { Forecast } from './forecast.js';

/** Columns of a forecast that are ours to change. */
type Columns = Pick<Forecast, 'yhat' | 'yhatLower' | 'yhatUpper' | 'additiveTerms'>;

/**
 * Adds what returns to the columns, where they stand, and widens the interval by what a wandering start may add.
 * @param civil The rows' times on the clock of the model's time zone, milliseconds.
 * @returns The new component, by its name; none where nothing returns.
 */
export function joinRecurring({ recurring }: Model, civil: Float64Array, columns: Columns): Forecast['components'] {
  if (recurring === null) {
    return {};
  }
  const { slotMs, runs } = recurring;
  const values = valuesAt(weekTable(slotMs, runs), slotMs, civil);
  const above = edgeValues(recurring, 'above', civil);
  const below = edgeValues(recurring, 'below', civil);
  for (let i = 0; i < values.length; i++) {
    columns.yhat[i] += values[i];
    columns.yhatLower[i] += values[i] - below[i];
    columns.yhatUpper[i] += values[i] + above[i];
    columns.additiveTerms[i] += values[i];
  }
  return { [RECURRING]: values };
}
