import type { Anomaly } from 'foreband-detector';

import type { DetectedSeries } from '../../detect/detectedSeries.js';

/** An anomaly that has been met while watching; its `start` stays what it was when it was first met. */
export interface SeenAnomaly extends Anomaly {
  /** Edges of the band at the peak. */
  readonly bandLower: number;
  readonly bandUpper: number;
}

/** The incidents of a scored series, each with the band at its peak. */
export function foundAnomalies({ series, detection }: DetectedSeries): SeenAnomaly[] {
  return detection.incidents.map((anomaly) => {
    const row = series.time.indexOf(anomaly.peakTime);
    return { ...anomaly, bandLower: detection.bandLower[row] ?? NaN, bandUpper: detection.bandUpper[row] ?? NaN };
  });
}

function isSame(one: Anomaly, other: Anomaly): boolean {
  return one.start <= other.end && one.end >= other.start;
}

/** Moments that decide whether an anomaly is news. */
export interface Since {
  /** When watching began, epoch ms: what began earlier is left alone. */
  readonly watching: number;
  /** Up to here (epoch ms) the samples had been scored before. */
  readonly scoredUntil: number;
  /** First sample in sight, epoch ms: what begins there may have begun earlier. */
  readonly inSightFrom: number;
}

function isNews({ start, confirmedAt }: Anomaly, { watching, scoredUntil, inSightFrom }: Since): boolean {
  return start >= watching && start > inSightFrom && confirmedAt > scoredUntil;
}

/**
 * The anomalies met so far, after another look: known ones as they have become, and those that have begun since. What a
 * look back finds with other settings is no news.
 */
export function seeAgain(
  known: readonly SeenAnomaly[],
  found: readonly SeenAnomaly[],
  since: Since,
): { readonly seen: readonly SeenAnomaly[]; readonly changed: readonly SeenAnomaly[] } {
  const changed: SeenAnomaly[] = [];
  const seen = [...known];
  for (const anomaly of found) {
    const place = seen.findIndex((one) => isSame(one, anomaly));
    if (place < 0) {
      if (isNews(anomaly, since)) {
        seen.push(anomaly);
        changed.push(anomaly);
      }
      continue;
    }
    const before = seen[place];
    if (anomaly.end > before.end || (before.isOpen && !anomaly.isOpen)) {
      seen[place] = { ...anomaly, start: before.start };
      changed.push(seen[place]);
    }
  }
  return { seen, changed };
}
