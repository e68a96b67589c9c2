import type { Severity } from 'foreband-detector';

import { handlingKind, type HandlingKind } from '../../log/annotations/handling';
import type { ScoredSeries } from '../model/chartSeries';
import type { MarkerMode } from '../drawOptions';

/** Where a marker goes, in the chart's own units. */
export interface MarkerSpot {
  /** Epoch ms. */
  readonly time: number;
  readonly value: number;
  readonly severity: Severity;
  /** How its incident is handled. */
  readonly handling: HandlingKind;
}

function pointSpots({ time, y, anomalous, severityAt, incidents }: ScoredSeries, now: number): MarkerSpot[] {
  const kindAt = (at: number) =>
    handlingKind(incidents.find(({ start, end }) => at >= start && at <= end)?.handling, now);
  const spots: MarkerSpot[] = [];
  anomalous.forEach((flag, row) => {
    if (flag === 1) {
      spots.push({ time: time[row], value: y[row], severity: severityAt(row), handling: kindAt(time[row]) });
    }
  });
  return spots;
}

/**
 * The markers of a series: the worst point of each incident, or every anomalous point.
 * @param now epoch ms: a snooze ends by itself.
 */
export function markerSpots(scored: ScoredSeries, mode: MarkerMode, now: number): MarkerSpot[] {
  if (mode === 'none') {
    return [];
  }
  return mode === 'point'
    ? pointSpots(scored, now)
    : scored.incidents.map(({ peakTime, peakValue, severity, handling }) => ({
        time: peakTime,
        value: peakValue,
        severity,
        handling: handlingKind(handling, now),
      }));
}
