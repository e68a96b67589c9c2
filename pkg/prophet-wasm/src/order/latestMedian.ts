import { medianOfSorted } from './medianOfSorted.js';

/** The median of the latest values of a stream: each new one takes the place of the oldest in a sorted list. */
export interface LatestMedian {
  /** Takes a value in; where there are as many as it holds, the oldest goes. */
  readonly push: (value: number) => void;
  /** Lets all values go. */
  readonly clear: () => void;
  /** NaN of none. */
  readonly median: () => number;
}

/** @param capacity The most values it holds. */
export function createLatestMedian(capacity: number): LatestMedian {
  const ring = new Float64Array(capacity);
  const sorted = new Float64Array(capacity + 1);
  let count = 0;
  let next = 0;
  const drop = (value: number) => {
    let i = 0;
    while (sorted[i] !== value) {
      i++;
    }
    for (count--; i < count; i++) {
      sorted[i] = sorted[i + 1];
    }
  };
  return {
    push(value) {
      if (count === capacity) {
        drop(ring[next]);
      }
      let i = count++;
      for (; i > 0 && sorted[i - 1] > value; i--) {
        sorted[i] = sorted[i - 1];
      }
      sorted[i] = value;
      ring[next] = value;
      next = (next + 1) % capacity;
    },
    clear() {
      count = 0;
      next = 0;
    },
    median: () => medianOfSorted(sorted, count),
  };
}
