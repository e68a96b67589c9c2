import type { Severity } from '../detection/severity.js';
import type { EventScores } from './eventScores.js';

/** How far one severity can be trusted. Missed events have no severity, so there is no recall. */
export interface SeverityScores {
  /** Class of the largest score among the flagged points of an event or a false event. */
  readonly severity: Severity;
  /** Found events of the class. */
  readonly nFound: number;
  /** False events of the class. */
  readonly nFalse: number;
  /** found / (found + false), 0 to 1; NaN where there was neither. */
  readonly precision: number;
}

const severities = ['critical', 'high', 'medium', 'low'] as const;

/** Scores by severity, the worst first. */
export function scoresBySeverity({
  outcomes,
  falseEvents,
}: Pick<EventScores, 'outcomes' | 'falseEvents'>): readonly SeverityScores[] {
  return severities.map((severity) => {
    const isOfClass = (one: { readonly severity: Severity | null }) => one.severity === severity;
    const nFound = outcomes.filter(isOfClass).length;
    const nFalse = falseEvents.filter(isOfClass).length;
    return { severity, nFound, nFalse, precision: nFound / (nFound + nFalse) };
  });
}
