import type { EventScores } from './eventScores.js';
import { fBetaOf } from './pointScores.js';

/** The goal that a threshold is chosen for, event by event. */
export type ThresholdGoal =
  | {
      /** The best weighted harmonic mean of precision and recall. */
      readonly kind: 'fBeta';
      /** Weight of recall, above 0. */
      readonly beta: number;
    }
  | {
      /** The best recall among the thresholds with few enough false events. */
      readonly kind: 'falseEvents';
      /** How many false events a week are bearable, 0 or more. */
      readonly perWeek: number;
    };

/** The part of a `SweepRow` that a choice looks at. */
export interface ThresholdCounts {
  /** The panel option. */
  readonly thresholdMultiplier: number;
  /** Counts of events, and how long was watched. */
  readonly events: Pick<EventScores, 'nFound' | 'nMissed' | 'nFalse' | 'observedMs'>;
}

const WEEK = 7 * 86_400_000;

/**
 * The best row for a goal. Where several are equally good, the middle of their longest unbroken stretch: furthest from
 * where it would get worse.
 * @param rows in order of their multiplier, from `sweepThresholds`.
 * @returns undefined where no row reaches the goal, or there is no event to find.
 */
export function chooseThreshold<Row extends ThresholdCounts>(
  rows: readonly Row[],
  goal: ThresholdGoal,
): Row | undefined {
  const worth = rows.map(({ events }) => worthOf(events, goal));
  const best = worth.reduce((most, one) => (one > most ? one : most), -Infinity);
  if (best === -Infinity) {
    return undefined;
  }
  let chosen = { from: 0, length: 0 };
  for (let from = 0; from < rows.length; from++) {
    let length = 0;
    while (from + length < rows.length && worth[from + length] === best) {
      length++;
    }
    if (length > chosen.length) {
      chosen = { from, length };
    }
    from += length;
  }
  return rows[chosen.from + ((chosen.length - 1) >> 1)];
}

// Found events are worth a whole each, and of equals the one with fewer false events is better.
function worthOf({ nFound, nMissed, nFalse, observedMs }: ThresholdCounts['events'], goal: ThresholdGoal): number {
  if (nFound + nMissed === 0) {
    return -Infinity;
  }
  if (goal.kind === 'fBeta') {
    return fBetaOf(nFound, nFalse, nMissed, goal.beta);
  }
  return nFalse <= goal.perWeek * (observedMs / WEEK) ? nFound + 1 / (1 + nFalse) : -Infinity;
}
