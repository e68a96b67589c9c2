import { chooseThreshold, type ThresholdCounts } from './chooseThreshold.js';
import { sweptMultipliers } from './sweepThresholds.js';

/** An incident that somebody has labeled. */
export interface LabeledIncident {
  /** The multiplier at which its peak would just be anomalous: an incident's `peakMultiplier`. */
  readonly peakMultiplier: number;
  /** Whether it was a real one, or a false alarm. */
  readonly isReal: boolean;
}

/** A multiplier that fits the labels: "of 9 real incidents 8 stay at 2.4, of 12 false ones 2". */
export interface ThresholdSuggestion {
  /** The panel option. */
  readonly thresholdMultiplier: number;
  /** Incidents labeled real, and how many of them would still page. */
  readonly nReal: number;
  readonly nRealStay: number;
  /** Incidents labeled false, and how many of them would still page. */
  readonly nFalse: number;
  readonly nFalseStay: number;
}

/**
 * The threshold multiplier that fits incidents people have labeled best: the one with the best weighted harmonic mean
 * of precision and recall, furthest from where it gets worse. Labels say nothing of what has never paged: below the
 * smallest multiplier that was in use a suggestion is a guess.
 * @param beta weight of keeping real incidents against losing false ones, above 0. Default 2.
 * @param multipliers to choose from, ascending. Default 0.5 to 6 in steps of 0.1.
 * @returns undefined where no incident is labeled real.
 */
export function suggestThreshold(
  incidents: readonly LabeledIncident[],
  beta = 2,
  multipliers: readonly number[] = sweptMultipliers,
): ThresholdSuggestion | undefined {
  const real = incidents.filter(({ isReal }) => isReal);
  const notReal = incidents.filter(({ isReal }) => !isReal);
  const rows = multipliers.map((thresholdMultiplier): ThresholdCounts => {
    const stay = ({ peakMultiplier }: LabeledIncident) => peakMultiplier >= thresholdMultiplier;
    const nFound = real.filter(stay).length;
    const nFalse = notReal.filter(stay).length;
    return { thresholdMultiplier, events: { nFound, nMissed: real.length - nFound, nFalse, observedMs: 0 } };
  });
  const chosen = chooseThreshold(rows, { kind: 'fBeta', beta });
  return chosen === undefined
    ? undefined
    : {
        thresholdMultiplier: chosen.thresholdMultiplier,
        nReal: real.length,
        nRealStay: chosen.events.nFound,
        nFalse: notReal.length,
        nFalseStay: chosen.events.nFalse,
      };
}
