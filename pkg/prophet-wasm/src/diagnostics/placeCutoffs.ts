import { invalid } from '../invalid.js';

/** How cutoffs are placed; all lengths in milliseconds, above 0. */
export interface CutoffPlan {
  /** How far each fold forecasts. */
  readonly horizonMs: number;
  /** Distance from one cutoff to the next. Default: half of `horizonMs`. */
  readonly periodMs?: number;
  /** The first fold's least length of training. Default: 3 x `horizonMs`, or the longest season if that is more. */
  readonly initialMs?: number;
}

/** A bound on the folds, where one period is a tiny part of the history. */
const MOST_CUTOFFS = 10_000;

/**
 * Ends of training for cross-validation, epoch milliseconds, ascending: from the last time less the horizon back in
 * steps of the period, for as long as `initialMs` of history is left, and over gaps (Prophet's rule).
 * @param time Times of the observations, ascending, at least one.
 * @throws RangeError when there is too little history for one cutoff.
 */
export function placeCutoffs(time: Float64Array, plan: CutoffPlan, longestSeasonMs = 0): number[] {
  const horizonMs = length('horizonMs', plan.horizonMs);
  const periodMs = length('periodMs', plan.periodMs ?? horizonMs / 2);
  const initialMs = length('initialMs', plan.initialMs ?? Math.max(3 * horizonMs, longestSeasonMs));
  const start = time[0];
  const latest = time[time.length - 1] - horizonMs;
  if (latest < start) {
    throw invalid('horizonMs', horizonMs, 'less than the history, or a longer history');
  }
  const cutoffs: number[] = [];
  for (let cutoff = latest; cutoff >= start + initialMs; cutoff = nextCutoff(time, cutoff - periodMs, horizonMs)) {
    cutoffs.push(cutoff);
    if (cutoffs.length > MOST_CUTOFFS) {
      throw invalid('periodMs', periodMs, `more: it makes over ${MOST_CUTOFFS} cutoffs`);
    }
  }
  if (cutoffs.length === 0) {
    throw invalid('initialMs', initialMs, `at most the history less the horizon, ${latest - start}`);
  }
  return cutoffs.reverse();
}

/** Where no data follow within the horizon, the cutoff moves back to a horizon before the last data it has. */
function nextCutoff(time: Float64Array, cutoff: number, horizonMs: number): number {
  const before = countUpTo(time, cutoff);
  const after = countUpTo(time, cutoff + horizonMs);
  return after > before || before === 0 || cutoff <= time[0] ? cutoff : time[before - 1] - horizonMs;
}

/** How many of the ascending times are at most `limit`. */
export function countUpTo(time: Float64Array, limit: number): number {
  let low = 0;
  let high = time.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (time[middle] <= limit) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

function length(name: string, value: number): number {
  if (typeof value !== 'number' || !(value > 0 && value < Infinity)) {
    throw invalid(name, value, 'milliseconds above 0');
  }
  return value;
}
