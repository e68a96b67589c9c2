import type { Severity } from 'foreband-detector';

import { drawsAttention, handlingKind } from '../../log/annotations/handling';
import { severities } from '../../views/severity/severityStyle';
import type { ScoredSeries } from '../model/chartSeries';

/**
 * How many incidents of each severity want to be looked at, worst first; severities without any are left out, and so are
 * false alarms and what is snoozed.
 * @param now epoch ms.
 */
export function severityCounts(
  scoredSeries: ReadonlyArray<ScoredSeries | undefined>,
  now: number,
): ReadonlyArray<{ readonly severity: Severity; readonly count: number }> {
  const incidents = scoredSeries
    .flatMap((scored) => scored?.incidents ?? [])
    .filter(({ handling }) => drawsAttention(handling, now));
  return severities
    .map((severity) => ({ severity, count: incidents.filter((incident) => incident.severity === severity).length }))
    .filter(({ count }) => count > 0);
}

const handledKinds = ['acknowledged', 'snoozed', 'falseAlarm'] as const;

/** How many incidents are handled in which way; ways without any are left out. */
export function handledCounts(
  scoredSeries: ReadonlyArray<ScoredSeries | undefined>,
  now: number,
): ReadonlyArray<{ readonly kind: (typeof handledKinds)[number]; readonly count: number }> {
  const all = scoredSeries.flatMap((scored) => scored?.incidents ?? []);
  const kinds = all.map(({ handling }) => handlingKind(handling, now));
  return handledKinds
    .map((kind) => ({ kind, count: kinds.filter((one) => one === kind).length }))
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
