import { medianOfSorted } from '../order/medianOfSorted.js';
import { sortFew } from '../order/quantile.js';

/**
 * Medians of the values within `reach` places to either side, reckoned once for every `every` of them, about their middle.
 * NaN does not count; NaN where nothing is left.
 */
export function runningMedian(values: Float64Array, reach: number, every = 1): Float64Array {
  const medians = new Float64Array(values.length);
  const window = createSortedWindow(values);
  for (let j = 0; j < values.length; j += every) {
    const center = j + (every >> 1);
    window.move(Math.max(center - reach, 0), Math.min(center + reach + 1, values.length));
    const median = window.median();
    for (let k = j; k < Math.min(j + every, values.length); k++) {
      medians[k] = median;
    }
  }
  return medians;
}

/** The values of a window in ascending order: what enters and what leaves is merged in and out in one pass. */
function createSortedWindow(values: Float64Array) {
  let sorted = new Float64Array(values.length);
  let merged = new Float64Array(values.length);
  const entering = new Float64Array(values.length);
  const leaving = new Float64Array(values.length);
  let [count, first, last] = [0, 0, 0];
  return {
    /** Both ends only move on. */
    move(from: number, to: number) {
      const nIn = copySorted(values, last, to, entering);
      const nOut = copySorted(values, first, from, leaving);
      [first, last] = [from, to];
      let [size, gone, come] = [0, 0, 0];
      for (let i = 0; i < count; i++) {
        const value = sorted[i];
        if (gone < nOut && value === leaving[gone]) {
          gone++;
          continue;
        }
        while (come < nIn && entering[come] <= value) {
          merged[size++] = entering[come++];
        }
        merged[size++] = value;
      }
      while (come < nIn) {
        merged[size++] = entering[come++];
      }
      [sorted, merged] = [merged, sorted];
      count = size;
    },
    median: () => medianOfSorted(sorted, count),
  };
}

function copySorted(values: Float64Array, from: number, to: number, out: Float64Array): number {
  let count = 0;
  for (let i = from; i < to; i++) {
    if (!Number.isNaN(values[i])) {
      out[count++] = values[i];
    }
  }
  sortFew(out, count);
  return count;
}
