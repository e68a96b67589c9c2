/** Window of a PromQL range selector: the known values of rows after `t - rangeMs` up to `t`, here in rows. */
export interface TrailingRows {
  /** Rows that the range holds. */
  readonly nRows: number;
  /** Rows by which it is moved into the past. Default 0. */
  readonly offset?: number;
}

/** `avg_over_time` and `stddev_over_time` (of the population) at each row; NaN where the range holds no value. */
export function meanAndDeviation(
  values: Float64Array,
  { nRows, offset = 0 }: TrailingRows,
): { readonly mean: Float64Array; readonly deviation: Float64Array } {
  const mean = new Float64Array(values.length).fill(NaN);
  const deviation = mean.slice();
  for (let row = offset; row < values.length; row++) {
    const range = values.subarray(Math.max(0, row - offset - nRows + 1), row - offset + 1);
    let [count, sum, squares] = [0, 0, 0];
    for (const value of range) {
      count += isKnown(value) ? 1 : 0;
      sum += isKnown(value) ? value : 0;
    }
    mean[row] = sum / count;
    for (const value of range) {
      squares += isKnown(value) ? (value - mean[row]) ** 2 : 0;
    }
    deviation[row] = Math.sqrt(squares / count);
  }
  return { mean, deviation };
}

/** `avg_over_time`, for long ranges: without going through the range at each row. */
export function trailingMean(values: Float64Array, nRows: number): Float64Array {
  let [sum, count] = [0, 0];
  const take = (value: number, by: 1 | -1) => {
    if (isKnown(value)) {
      sum += by * value;
      count += by;
    }
  };
  return values.map((value, row) => {
    take(value, 1);
    take(row < nRows ? NaN : values[row - nRows], -1);
    return count === 0 ? NaN : sum / count;
  });
}

/** `quantile_over_time(0.5, …)`, the values held in order from row to row. */
export function trailingMedian(values: Float64Array, { nRows, offset = 0 }: TrailingRows): Float64Array {
  const ordered: number[] = [];
  const placeOf = (value: number) => {
    let [low, high] = [0, ordered.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      [low, high] = ordered[middle] < value ? [middle + 1, high] : [low, middle];
    }
    return low;
  };
  return values.map((_, row) => {
    const [entering, leaving] = [values[row - offset] ?? NaN, values[row - offset - nRows] ?? NaN];
    if (isKnown(entering)) {
      ordered.splice(placeOf(entering), 0, entering);
    }
    if (isKnown(leaving)) {
      ordered.splice(placeOf(leaving), 1);
    }
    const middle = (ordered.length - 1) / 2;
    return ordered.length === 0 ? NaN : (ordered[Math.floor(middle)] + ordered[Math.ceil(middle)]) / 2;
  });
}

function isKnown(value: number): boolean {
  return !Number.isNaN(value);
}
