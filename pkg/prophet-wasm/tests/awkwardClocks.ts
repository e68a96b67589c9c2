import type { Random } from './random.js';

const DAY_MS = 86_400_000;

/** Times of rows, epoch milliseconds, in the order of the rows. */
type Clock = (random: Random, n: number, stepMs: number) => number[];

/** 2023-11-14 22:14 UTC, and every step from there on. */
export function regularTimes(n: number, stepMs: number): number[] {
  return Array.from({ length: n }, (_, i) => 1_700_000_040_000 + i * stepMs);
}

/** Ways in which times come, by what is awkward about them. */
export const awkwardClocks: Readonly<Record<string, Clock>> = {
  regular: (_, n, stepMs) => regularTimes(n, stepMs),
  jittered: (random, n, stepMs) =>
    regularTimes(n, stepMs).map((time) => time + Math.floor(0.8 * stepMs * random.uniform())),
  gaps: (random, n, stepMs) => {
    let lost = 0;
    return regularTimes(n, stepMs).map((time) => {
      lost += random.uniform() < 0.03 ? random.integer(1, 300) : 0;
      return time + lost * stepMs;
    });
  },
  duplicates: (random, n, stepMs) =>
    regularTimes(n, stepMs).map((time, i, all) => (random.uniform() < 0.3 ? all[i >> 1] : time)),
  unsorted: (random, n, stepMs) =>
    regularTimes(n, stepMs)
      .map((time) => ({ time, key: random.uniform() }))
      .sort((a, b) => a.key - b.key)
      .map(({ time }) => time),
  'two bursts': (_, n, stepMs) => regularTimes(n, stepMs).map((time, i) => (i < n / 2 ? time : time + 400 * DAY_MS)),
  'before 1970': (_, n, stepMs) => regularTimes(n, stepMs).map((time) => time - 3_000_000_000_000),
  fractional: (random, n, stepMs) => regularTimes(n, stepMs).map((time) => time + random.uniform()),
};
