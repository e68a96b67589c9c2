import type { AdaptiveRows } from 'foreband-detector';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Monday, 5 January 2026, 00:00 UTC. */
export const START = Date.UTC(2026, 0, 5);

/** Numbers from 0 to 1, always the same for a seed (Park and Miller 1988). */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/** Standard normal numbers (Box and Muller 1958). */
export function createNormal(random: () => number): () => number {
  return () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** Rows without edges whose forecast is 100; `valueAt` gives the deviation from it, NaN for a missing row. */
export function rowsOf(
  nRows: number,
  stepMs: number,
  valueAt: (time: number, row: number) => number,
  start = START,
): AdaptiveRows {
  const time = Float64Array.from({ length: nRows }, (_, row) => start + row * stepMs);
  return { time, y: time.map((at, row) => 100 + valueAt(at, row)), yhat: time.map(() => 100), edges: null };
}

/** A part of rows. */
export function cut(rows: AdaptiveRows, from: number, to: number): AdaptiveRows {
  return {
    time: rows.time.subarray(from, to),
    y: rows.y.subarray(from, to),
    yhat: rows.yhat.subarray(from, to),
    edges: rows.edges && { above: rows.edges.above.subarray(from, to), below: rows.edges.below.subarray(from, to) },
  };
}

/** Noise with a nightly job at 02:00, spikes, unrest, a drift and gaps, the same for a seed. */
export function wildRows(seed: number, nDays: number, stepMs: number, start = START): AdaptiveRows {
  const random = createRandom(seed);
  const normal = createNormal(random);
  let gap = 0;
  let unrest = 0;
  return rowsOf(
    (nDays * DAY) / stepMs,
    stepMs,
    (time, row) => {
      gap = gap > 0 ? gap - 1 : random() < (0.2 * stepMs) / DAY ? Math.ceil((random() * 5 * HOUR) / stepMs) : 0;
      unrest = unrest > 0 ? unrest - 1 : random() < (0.3 * stepMs) / DAY ? Math.ceil((4 * HOUR) / stepMs) : 0;
      const job = (time + seed * MINUTE) % DAY >= 2 * HOUR && (time + seed * MINUTE) % DAY < 2.5 * HOUR ? 25 : 0;
      const spike = random() < (0.5 * stepMs) / DAY ? 40 * (random() - 0.5) : 0;
      const value = normal() * (unrest > 0 ? 5 : 2) + job + spike + row * 1e-4;
      return gap > 0 ? NaN : value;
    },
    start,
  );
}
