import type { Bounds } from '../detection/detectionOptions.js';
import type { ThresholdCounts } from './chooseThreshold.js';
import { fBetaOf } from './pointScores.js';
import type { SweepRow } from './sweepThresholds.js';
import type { ThresholdStudy } from './thresholdStudy.js';

/** Advice of a study for the multiplier in use. */
export type ThresholdAdvice =
  /** There was nothing to find, or no multiplier reaches the goal. */
  | { readonly kind: 'none' }
  /** No other is better by what can be told from these events. */
  | {
      readonly kind: 'keep';
      /** The row that was a little better, and the multipliers that cannot be told apart; undefined where none was better. */
      readonly within?: { readonly row: SweepRow; readonly bounds: Bounds };
    }
  | { readonly kind: 'change'; readonly row: SweepRow };

// How much F-beta must gain before moving a slider is worth it.
const WORTHWHILE_GAIN = 0.02;

const WEEK = 7 * 86_400_000;

function isWorthwhile({ goal }: ThresholdStudy, chosen: ThresholdCounts, current: ThresholdCounts): boolean {
  if (goal.kind === 'falseEvents') {
    return chosen.events.nFalse !== current.events.nFalse || chosen.events.nFound !== current.events.nFound;
  }
  const worthOf = ({ events: { nFound, nFalse, nMissed } }: ThresholdCounts) =>
    fBetaOf(nFound, nFalse, nMissed, goal.beta);
  return !(worthOf(chosen) <= worthOf(current) + WORTHWHILE_GAIN);
}

// Too many false events are what the reader has said not to want, whatever the uncertainty.
function reachesGoal({ goal }: ThresholdStudy, { events: { nFalse, observedMs } }: ThresholdCounts): boolean {
  return goal.kind === 'fBeta' || nFalse <= goal.perWeek * (observedMs / WEEK);
}

/**
 * Whether another multiplier than the one in use is to be advised. It is not where the one in use lies among those that
 * the choice may as well have been, by the days that were drawn anew: so that the advice stays the same from one load to the
 * next, and whoever has followed it is not sent elsewhere by a few other events.
 */
export function thresholdAdvice(study: ThresholdStudy, current: ThresholdCounts): ThresholdAdvice {
  const { chosen, confidence } = study;
  if (chosen === undefined || chosen.events.nFound + chosen.events.nMissed === 0) {
    return { kind: 'none' };
  }
  if (
    chosen.thresholdMultiplier === current.thresholdMultiplier ||
    (reachesGoal(study, current) && !isWorthwhile(study, chosen, current))
  ) {
    return { kind: 'keep' };
  }
  const bounds = confidence?.thresholdMultiplier;
  const isWithin =
    bounds !== undefined &&
    current.thresholdMultiplier >= bounds.lower &&
    current.thresholdMultiplier <= bounds.upper &&
    reachesGoal(study, current);
  return isWithin ? { kind: 'keep', within: { row: chosen, bounds } } : { kind: 'change', row: chosen };
}
