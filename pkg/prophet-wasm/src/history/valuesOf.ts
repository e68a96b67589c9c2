import { invalid } from '../invalid.js';

/** Expectation of a value of a history, for messages. */
export const VALUE = 'a finite number, or NaN for a missing one';

/**
 * The values of a series, where they are if nothing need be copied.
 * @throws RangeError naming the row that holds no number.
 */
export function valuesOf(y: ArrayLike<number>): Float64Array {
  if (y instanceof Float64Array) {
    return y;
  }
  const values = new Float64Array(y.length);
  for (let row = 0; row < values.length; row++) {
    if (typeof y[row] !== 'number') {
      throw invalid(`y of row ${row}`, y[row], VALUE);
    }
    values[row] = y[row];
  }
  return values;
}
