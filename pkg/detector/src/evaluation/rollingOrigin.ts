import { bisectLeft } from 'd3-array';

import type { Fold } from './fold.js';

/** How the origin rolls. */
export interface RollingOriginOptions {
  /** Rows of this first stretch are only fitted to: the warm-up. Milliseconds, above 0. Default half of the series. */
  readonly warmupMs?: number;
  /** From one origin, and one refit, to the next: milliseconds, above 0. Default a day. */
  readonly horizonMs?: number;
  /** No row older than this before the origin is fitted to: milliseconds, above 0. Default Infinity. */
  readonly trainingWindowMs?: number;
}

const DAY = 86_400_000;

/**
 * One fold for each step of a model that is refitted as time goes by: the rows before an origin are fitted to, those
 * up to the next origin are held out. Steps without rows are left out.
 * @param time epoch milliseconds, ascending.
 * @throws RangeError naming the option, its value and what was expected.
 */
export function rollingOrigin(time: Float64Array, options: RollingOriginOptions = {}): readonly Fold[] {
  if (time.length === 0) {
    return [];
  }
  const start = time[0];
  const end = time[time.length - 1];
  const { warmupMs = (end - start) / 2, horizonMs = DAY, trainingWindowMs = Infinity } = options;
  requireAbove0({ warmupMs, horizonMs, trainingWindowMs });
  const folds: Fold[] = [];
  let from = bisectLeft(time, start + warmupMs);
  while (from < time.length) {
    const step = Math.floor((time[from] - start - warmupMs) / horizonMs);
    const origin = start + warmupMs + step * horizonMs;
    const to = Math.max(bisectLeft(time, origin + horizonMs), from + 1);
    folds.push({ training: { from: bisectLeft(time, origin - trainingWindowMs), to: from }, heldOut: { from, to } });
    from = to;
  }
  return folds;
}

function requireAbove0(options: Readonly<Record<string, number>>): void {
  for (const [name, value] of Object.entries(options)) {
    if (!(value > 0)) {
      throw new RangeError(`invalid ${name}: ${value} (expected above 0)`);
    }
  }
}
