import type { Severity } from 'foreband-detector';

import { severities } from '../../views/severity/severityStyle';
import type { Judgement } from '../model/chartSeries';

/** How many anomalies there are of each severity, worst first; severities without any are left out. */
export function severityCounts(
  judgements: ReadonlyArray<Judgement | undefined>,
): ReadonlyArray<{ readonly severity: Severity; readonly count: number }> {
  const anomalies = judgements.flatMap((judgement) => judgement?.anomalies ?? []);
  return severities
    .map((severity) => ({ severity, count: anomalies.filter((anomaly) => anomaly.severity === severity).length }))
    .filter(({ count }) => count > 0);
}

/** How many runs the filters suppressed. */
export function suppressedCount(judgements: ReadonlyArray<Judgement | undefined>): number {
  return judgements.reduce((sum, judgement) => sum + (judgement?.suppressed.length ?? 0), 0);
}
