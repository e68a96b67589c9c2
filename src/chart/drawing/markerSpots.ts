import type { Severity } from 'foreband-detector';

import type { ScoredSeries } from '../model/chartSeries';
import type { MarkerMode } from '../drawOptions';

/** Where a marker goes, in the chart's own units. */
export interface MarkerSpot {
  /** Epoch ms. */
  readonly time: number;
  readonly value: number;
  readonly severity: Severity;
}

function pointSpots({ time, y, anomalous, severityAt }: ScoredSeries): MarkerSpot[] {
  const spots: MarkerSpot[] = [];
  anomalous.forEach((flag, row) => {
    if (flag === 1) {
      spots.push({ time: time[row], value: y[row], severity: severityAt(row) });
    }
  });
  return spots;
}

/** The markers of a series: the worst point of each incident, or every anomalous point. */
export function markerSpots(scored: ScoredSeries, mode: MarkerMode): MarkerSpot[] {
  if (mode === 'none') {
    return [];
  }
  return mode === 'point'
    ? pointSpots(scored)
    : scored.incidents.map(({ peakTime, peakValue, severity }) => ({ time: peakTime, value: peakValue, severity }));
}
