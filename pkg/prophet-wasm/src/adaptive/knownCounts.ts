import type { Grid } from './grid.js';

/** Values that are known, by slot of the week, in a stretch of rows. */
export interface KnownCounts {
  /** The counts of rows `from` to before `to`: they hold until the next call. Stretches that move on cost their new rows. */
  readonly between: (from: number, to: number) => Int32Array;
}

/** @param isOut 1 for rows that do not count. */
export function createKnownCounts({ y, slot, perDay }: Grid, isOut: Uint8Array): KnownCounts {
  const counts = new Int32Array(7 * perDay);
  let [first, last] = [0, 0];
  const add = (from: number, to: number, by: number) => {
    for (let i = from; i < to; i++) {
      counts[slot[i]] += isOut[i] === 1 || Number.isNaN(y[i]) ? 0 : by;
    }
  };
  return {
    between(from, to) {
      if (from < first || to < last) {
        counts.fill(0);
        [first, last] = [from, from];
      }
      add(last, to, 1);
      add(first, from, -1);
      [first, last] = [from, to];
      return counts;
    },
  };
}
