import { detect, parseDetectionOptions, type GroundTruth, type HeldOut, type TimeSpan } from 'foreband-detector';

import { spanOfRows } from '../exclusions/excludedSpans.js';
import { detectionOptions } from '../score/detectionOptions.js';
import { defaultSettings, type DetectorSettings } from '../settings/settings.js';

/** Answer about an incident that nobody has planted. */
export interface IncidentAnswer extends TimeSpan {
  /** True: it was one. False: it was a false alarm. */
  readonly isReal: boolean;
}

/** An incident in the held-out samples as they came, with nothing planted in them. */
export interface UnplantedIncident extends TimeSpan {
  /** The threshold multiplier at which its peak would just be anomalous. */
  readonly peakMultiplier: number;
  /** Answer about it; undefined while there is none. */
  readonly isReal: boolean | undefined;
}

const meets = (one: TimeSpan, other: TimeSpan) => one.start <= other.end && other.start <= one.end;

/**
 * The incidents that stand out of samples with nothing planted in them. The threshold multiplier is the default one,
 * whatever the settings say: would it follow the one in use, a suggestion that is taken would change what it was made from.
 * @param heldOut the samples as they came.
 */
export function unplantedIncidents(
  { time, y, forecast, context }: HeldOut,
  settings: DetectorSettings,
  answers: readonly IncidentAnswer[] = [],
): readonly UnplantedIncident[] {
  const { thresholdMultiplier } = defaultSettings;
  const options = parseDetectionOptions(detectionOptions({ ...settings, thresholdMultiplier }, spanOfRows(time)));
  return detect(time, y, forecast, options, context).incidents.map(({ start, end, peakMultiplier }) => ({
    start,
    end,
    peakMultiplier,
    isReal: answers.findLast((answer) => meets(answer, { start, end }))?.isReal,
  }));
}

/** The kind of an incident that nobody has planted and somebody calls real. */
export const REAL_KIND = 'real';

/**
 * The planted truth with the answers about the rest: a real incident is an event to be found, one that is called false is a
 * stretch like any other, and of one without an answer nothing is known.
 */
export function withUnplanted(
  planted: GroundTruth,
  time: Float64Array,
  incidents: readonly UnplantedIncident[],
): GroundTruth {
  const real = incidents.filter(({ isReal }) => isReal === true);
  const labels = planted.labels.map((label, row) =>
    real.some(({ start, end }) => time[row] >= start && time[row] <= end) ? 1 : label,
  );
  const events = real.map(({ start, end }) => ({ start, end, kind: REAL_KIND, magnitude: NaN }));
  return {
    labels,
    events: [...planted.events, ...events].sort((left, right) => left.start - right.start),
    unknown: incidents.filter(({ isReal }) => isReal === undefined).map(({ start, end }) => ({ start, end })),
  };
}
