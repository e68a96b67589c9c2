import { group, median } from 'd3-array';

import type { EventOutcome } from './eventScores.js';

/** How well one kind of anomaly is found. False events have no kind, so there is no precision. */
export interface KindScores {
  /** The kind of the events. */
  readonly kind: string;
  /** Events of the kind that could be found. */
  readonly nEvents: number;
  /** How many were found. */
  readonly nFound: number;
  /** found / events, 0 to 1. */
  readonly recall: number;
  /** Median delay of the found ones, milliseconds; NaN if none was. */
  readonly medianDelayMs: number;
}

/** Scores by the kind of the events, in order of first appearance. */
export function scoresByKind(outcomes: readonly EventOutcome[]): readonly KindScores[] {
  return Array.from(
    group(outcomes, ({ event }) => event.kind),
    ([kind, ofKind]) => {
      const found = ofKind.filter(({ isFound }) => isFound);
      return {
        kind,
        nEvents: ofKind.length,
        nFound: found.length,
        recall: found.length / ofKind.length,
        medianDelayMs: median(found, ({ delayMs }) => delayMs) ?? NaN,
      };
    },
  );
}
