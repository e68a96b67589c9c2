import { civilTimes } from '../features/civilClock.js';
import type { Model } from '../fit/model.js';
import { parseFutureRows, type FutureRows } from '../predict/futureRows.js';
import type { Recurring } from './recurring.js';
import { valuesAt, weekTable } from './weekTable.js';

/** How much farther than yhat a sample may lie where the start of a run wanders: columns of equal length, in the unit of y. */
export interface Edges {
  readonly above: Float64Array;
  readonly below: Float64Array;
}

/**
 * The edges at the rows of a forecast, 0 where there are none. The interval of the forecast has them already.
 * @throws RangeError for bad times.
 */
export function edgesAt({ recurring, options }: Model, rows: FutureRows): Edges {
  const { time } = parseFutureRows(rows);
  if (recurring === null) {
    return { above: new Float64Array(time.length), below: new Float64Array(time.length) };
  }
  const civil = civilTimes(time, options.timeZone);
  return { above: edgeValues(recurring, 'above', civil), below: edgeValues(recurring, 'below', civil) };
}

/** One side's, at civil times. */
export function edgeValues({ slotMs, edges }: Recurring, side: 'above' | 'below', civil: Float64Array): Float64Array {
  const own = edges.filter((edge) => edge.side === side);
  return own.length === 0 ? new Float64Array(civil.length) : valuesAt(weekTable(slotMs, own), slotMs, civil);
}
