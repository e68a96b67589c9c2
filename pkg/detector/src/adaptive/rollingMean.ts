/**
 * The last values of a column, for their mean at a constant cost a row. Values are only ever added, never taken away again,
 * so that an outlier of any size leaves no trace when it has left: a window is the end of one block and the beginning of the
 * next, each summed by itself (van Herk 1992). Blocks begin at multiples of the window's length, so that the same values give
 * the same bits wherever one began to add.
 */
export interface RollingMean {
  /** Before `place` the values of the block that is being filled, from there on sums to the end of the block before. */
  readonly block: Float64Array;
  /** The same for the numbers of values. */
  readonly counts: Int32Array;
  /** Where the next value goes. */
  place: number;
  /** Sum and number of the values before. */
  sum: number;
  count: number;
}

/**
 * An empty window. A literal rather than a class: its fields keep their types for the compiler, which halves the time of a
 * row.
 * @param size rows of the window, 1 or more.
 * @param firstIndex where the first value stands, in rows counted from any fixed time: a whole number.
 */
export function createRollingMean(size: number, firstIndex: number): RollingMean {
  const place = ((firstIndex % size) + size) % size;
  return { block: new Float64Array(size + 1), counts: new Int32Array(size + 1), place, sum: 0, count: 0 };
}

/** The mean of the values so far; 0 where there is none. */
export function meanOf({ block, counts, place, sum, count }: RollingMean): number {
  const known = count + counts[place];
  return known === 0 ? 0 : (sum + block[place]) / known;
}

/**
 * Takes the values of the rows `from <= row < to`, NaN for a row without one, and writes the mean of the window that ends with
 * row i to `means[i + offset]`: with an offset of 1 a row finds the mean of those before it.
 */
export function rollMeans(
  window: RollingMean,
  values: Float64Array,
  from: number,
  to: number,
  means: Float64Array,
  offset: 0 | 1,
): void {
  const { block, counts } = window;
  const size = block.length - 1;
  let { place, sum, count } = window;
  for (let i = from; i < to; i++) {
    if (place === size) {
      sumToTheEnd(block, counts);
      place = 0;
      sum = 0;
      count = 0;
    }
    const value = values[i];
    if (Number.isNaN(value)) {
      block[place] = 0;
      counts[place] = 0;
    } else {
      block[place] = value;
      counts[place] = 1;
      sum += value;
      count++;
    }
    place++;
    const known = count + counts[place];
    means[i + offset] = known === 0 ? 0 : (sum + block[place]) / known;
  }
  window.place = place;
  window.sum = sum;
  window.count = count;
}

function sumToTheEnd(block: Float64Array, counts: Int32Array): void {
  let sum = 0;
  let count = 0;
  for (let i = block.length - 1; i >= 0; i--) {
    sum += block[i];
    count += counts[i];
    block[i] = sum;
    counts[i] = count;
  }
}
