import { civilTimes } from '../features/civilClock.js';
import { stepSizes } from '../features/stepSizes.js';
import type { Model } from '../fit/model.js';
import { parseFutureRows, type FutureRows } from '../predict/futureRows.js';
import type { Recurring } from './recurring.js';
import { valuesAt, weekTable } from './weekTable.js';

/** How much farther than yhat a sample may lie: columns of equal length, in the unit of y, at least 0. */
export interface Edges {
  readonly above: Float64Array;
  readonly below: Float64Array;
}

/**
 * How much farther samples may lie near a run whose start wanders, and after a step that is not settled, on the side of the
 * old level; 0 elsewhere. The interval of a forecast has it already.
 * @throws RangeError for bad times.
 */
export function edgesAt(model: Model, rows: FutureRows): Edges {
  const { time } = parseFutureRows(rows);
  return edgeColumns(model, time, civilTimes(time, model.options.timeZone));
}

/** The same at checked times. */
export function edgeColumns(model: Model, time: Float64Array, civil: Float64Array): Edges {
  const above = edgeValues(model.recurring, 'above', civil);
  const below = edgeValues(model.recurring, 'below', civil);
  for (const { time: start, size, isSettled } of stepSizes(model)) {
    const side = size > 0 ? below : above;
    for (let i = 0; i < side.length; i++) {
      side[i] += !isSettled && time[i] >= start ? Math.abs(size) : 0;
    }
  }
  return { above, below };
}

function edgeValues(recurring: Recurring | null, side: 'above' | 'below', civil: Float64Array): Float64Array {
  const own = recurring?.edges.filter((edge) => edge.side === side) ?? [];
  return recurring === null || own.length === 0
    ? new Float64Array(civil.length)
    : valuesAt(weekTable(recurring.slotMs, own), recurring.slotMs, civil);
}
