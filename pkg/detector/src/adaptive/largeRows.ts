import { selectValue } from './selectValue.js';

// Rows are listed from this share of what is asked for: what is large changes little from one day to the next.
const MARGIN = 0.8;
const TINY = 1e-290;
const ALL = -1;

/**
 * The rows of a column whose absolute values are large. What is usual is read from the largest values of a week, over and
 * over: with the few rows at hand that can matter, a reading need not go through the week.
 */
export class LargeRows {
  private readonly rows: Int32Array;
  private readonly found: Float64Array;
  private nRows = 0;
  private taken = 0;
  // Of the rows taken last, as many as the window, those with an absolute value above this are listed.
  private floor = ALL;

  /**
   * @param values a column that is filled row by row; NaN for a row without a value.
   * @param window how many rows back anything is asked for.
   */
  constructor(
    private readonly values: Float64Array,
    private readonly window: number,
  ) {
    this.rows = new Int32Array(values.length);
    this.found = new Float64Array(values.length);
  }

  /** Takes the rows up to `to`, not included. */
  take(to: number): void {
    const { values, rows, floor } = this;
    let { nRows } = this;
    for (let row = this.taken; row < to; row++) {
      if (Math.abs(values[row]) > floor) {
        rows[nRows++] = row;
      }
    }
    this.nRows = nRows;
    this.taken = to;
  }

  /** Says about what is large: rows far below are no longer listed. */
  expect(size: number): void {
    const { values, rows } = this;
    this.floor = Math.max(this.floor, MARGIN * size);
    let nRows = 0;
    for (let place = this.placeOf(this.taken - this.window); place < this.nRows; place++) {
      if (Math.abs(values[rows[place]]) > this.floor) {
        rows[nRows++] = rows[place];
      }
    }
    this.nRows = nRows;
  }

  /** Calls `visit` with the rows from `from` on whose absolute value is above `least`. */
  visit(from: number, least: number, visit: (row: number) => void): void {
    this.listFrom(least);
    for (let place = this.placeOf(from); place < this.nRows; place++) {
      if (Math.abs(this.values[this.rows[place]]) > least) {
        visit(this.rows[place]);
      }
    }
  }

  /**
   * A quantile of the absolute values of the rows from `from` on, linear between order statistics, as Prometheus'
   * `quantile_over_time` has it.
   * @param count how many of these rows have a value, 1 or more.
   */
  quantile(from: number, count: number, quantile: number): number {
    const place = quantile * (count - 1);
    const low = Math.floor(place);
    const nFound = this.gather(from, count - low);
    const { found } = this;
    const rank = nFound - (count - low);
    selectValue(found, nFound, rank);
    let next = nFound > rank + 1 ? Infinity : found[rank];
    for (let i = rank + 1; i < nFound; i++) {
      next = found[i] < next ? found[i] : next;
    }
    return found[rank] + (place - low) * (next - found[rank]);
  }

  /** Gathers absolute values of the rows from `from` on, the `atLeast` largest among them; says how many. */
  private gather(from: number, atLeast: number): number {
    const { values, rows, found, floor } = this;
    let nFound = 0;
    for (let place = this.placeOf(from); place < this.nRows; place++) {
      const value = Math.abs(values[rows[place]]);
      if (value > floor) {
        found[nFound++] = value;
      }
    }
    if (nFound >= atLeast) {
      return nFound;
    }
    this.listFrom(floor > TINY ? floor / 2 : ALL);
    return this.gather(from, atLeast);
  }

  /** Makes sure that the rows above `least` are listed. */
  private listFrom(least: number): void {
    if (least < this.floor) {
      const to = this.taken;
      this.floor = least > 0 ? MARGIN * least : ALL;
      this.nRows = 0;
      this.taken = Math.max(0, to - this.window);
      this.take(to);
    }
  }

  private placeOf(row: number): number {
    let low = 0;
    let high = this.nRows;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.rows[middle] < row) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
