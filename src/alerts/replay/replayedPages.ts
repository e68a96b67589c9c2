import { severityThresholds, type Incident, type Severity } from 'foreband-detector';
import { type DetectedSeries, medianStep, type ReplaySubject } from 'foreband-engine';

import { trainingAndVisible } from '../../training/evaluationSubject';
import type { FittedSeries } from '../subject/alertSubject';

/** An incident that would have paged. */
export interface ReplayedPage {
  /** Name of the series. */
  readonly series: string;
  /** When anybody could know, epoch ms. */
  readonly time: number;
  readonly severity: Severity;
  /** Its peak in units of the threshold. */
  readonly peak: number;
  /** What it was, as the end of a sentence. */
  readonly reason: string;
  /** How many alerts it would have fired: one for each chosen severity that it reached. */
  readonly nAlerts: number;
}

const DAY_MS = 86_400_000;
/** What is looked back on. */
const REPLAYED_MS = 30 * DAY_MS;
/** A model younger than this is still learning, and no rules are made of it. */
const LEARNING_MS = 2 * DAY_MS;

/** The samples of the last 30 days at hand; the first two only teach the model. */
export function replaySubject({ training, series, settings, calendar }: DetectedSeries): ReplaySubject {
  const isOnStep = medianStep(series.time) === settings.stepMs;
  const rows = isOnStep ? trainingAndVisible({ job: { training, visible: series } }) : training;
  const end = rows.time.at(-1) ?? 0;
  const start = Math.max((rows.time.at(0) ?? 0) + LEARNING_MS, end - REPLAYED_MS);
  return { series: rows, span: { start, end }, settings, calendar };
}

function reasonOf({ branch, direction }: Incident): string {
  switch (branch) {
    case 'spike':
      return `far ${direction} the forecast`;
    case 'sustained':
      return 'unusually unsettled';
    case 'bias':
      return `${direction} the forecast for hours`;
    case 'limit':
      return 'beyond a limit';
  }
}

const least: Readonly<Record<Severity, number>> = { low: 0, ...severityThresholds };

/** The incidents of a series that reach one of the severities, as pages. */
export function pagesOf(
  { name, detected }: Pick<FittedSeries, 'name' | 'detected'>,
  incidents: readonly Incident[],
  severities: readonly Severity[],
): readonly ReplayedPage[] {
  return incidents.flatMap((incident) => {
    const nAlerts = severities.filter((severity) => least[incident.severity] >= least[severity]).length;
    return nAlerts === 0
      ? []
      : [
          {
            series: name,
            time: incident.confirmedAt,
            severity: incident.severity,
            peak: incident.peakMultiplier / detected.settings.thresholdMultiplier,
            reason: reasonOf(incident),
            nAlerts,
          },
        ];
  });
}
