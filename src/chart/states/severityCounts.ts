import type { Severity } from 'foreband-detector';

import { severities } from '../../views/severity/severityStyle';
import type { ScoredSeries } from '../model/chartSeries';

/** How many anomalies there are of each severity, worst first; severities without any are left out. */
export function severityCounts(
  scoredSeries: ReadonlyArray<ScoredSeries | undefined>,
): ReadonlyArray<{ readonly severity: Severity; readonly count: number }> {
  const anomalies = scoredSeries.flatMap((scored) => scored?.anomalies ?? []);
  return severities
    .map((severity) => ({ severity, count: anomalies.filter((anomaly) => anomaly.severity === severity).length }))
    .filter(({ count }) => count > 0);
}

/** How many runs the filters suppressed. */
export function suppressedCount(scoredSeries: ReadonlyArray<ScoredSeries | undefined>): number {
  return scoredSeries.reduce((sum, scored) => sum + (scored?.suppressed.length ?? 0), 0);
}
