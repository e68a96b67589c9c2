import type { Severity } from 'foreband-detector';

import { severities } from '../../views/severity/severityStyle';
import type { ScoredSeries } from '../model/chartSeries';

/** How many incidents there are of each severity, worst first; severities without any are left out. */
export function severityCounts(
  scoredSeries: ReadonlyArray<ScoredSeries | undefined>,
): ReadonlyArray<{ readonly severity: Severity; readonly count: number }> {
  const incidents = scoredSeries.flatMap((scored) => scored?.incidents ?? []);
  return severities
    .map((severity) => ({ severity, count: incidents.filter((incident) => incident.severity === severity).length }))
    .filter(({ count }) => count > 0);
}

/** The sentence where no severity is counted: it speaks of the series that were scored, and of no other. */
export function noAnomaliesText(scoredSeries: ReadonlyArray<ScoredSeries | undefined>): string {
  const nScored = scoredSeries.filter((scored) => scored !== undefined).length;
  return nScored === scoredSeries.length
    ? 'No anomalies'
    : `No anomalies in the ${nScored} of ${scoredSeries.length} series that are scored`;
}

/** How many runs the filters suppressed. */
export function suppressedCount(scoredSeries: ReadonlyArray<ScoredSeries | undefined>): number {
  return scoredSeries.reduce((sum, scored) => sum + (scored?.suppressed.length ?? 0), 0);
}
