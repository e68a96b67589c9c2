import { severityOf, type Severity } from '../detection/severity.js';
import type { TimeSpan } from '../series/timeSpan.js';

const HOUR = 3_600_000;

/** How flagged points become alarms, the same everywhere. */
export const alarmRules = {
  /** Flagged points at most this far apart are one alarm, milliseconds. */
  maxDistanceMs: HOUR,
  /** A false alarm is cut anew after this, milliseconds: one that lasts all day is not one mistake. */
  maxFalseMs: 4 * HOUR,
} as const;

/** A run of flagged points: `start` and `end` are the times of its first and last. */
export interface Alarm extends TimeSpan {
  /** Largest score of its points. */
  readonly peakScore: number;
  /** Class of its strongest point. */
  readonly severity: Severity;
}

/** Columns of rows of which some are flagged. */
export interface AlarmColumns {
  /** Epoch milliseconds, ascending. */
  readonly time: Float64Array;
  readonly score: Float64Array;
  /** Strength that severities are classes of: the score, or the score in units of the threshold. */
  readonly strength: Float64Array;
}

/**
 * Joins flagged points to alarms.
 * @param rows of the flagged points that count, ascending.
 * @param maxLengthMs a point this far or further from an alarm's first begins the next. Default Infinity.
 */
export function joinAlarms(
  { time, score, strength }: AlarmColumns,
  rows: readonly number[],
  maxLengthMs = Infinity,
): readonly Alarm[] {
  const alarms: Alarm[] = [];
  let start = NaN;
  let end = NaN;
  let peakScore = 0;
  let peakStrength = 0;
  const close = () => {
    if (!Number.isNaN(start)) {
      alarms.push({ start, end, peakScore, severity: severityOf(peakStrength) });
    }
  };
  for (const row of rows) {
    const goesOn = time[row] - end <= alarmRules.maxDistanceMs && time[row] - start < maxLengthMs;
    if (!goesOn) {
      close();
      start = time[row];
      peakScore = 0;
      peakStrength = 0;
    }
    end = time[row];
    peakScore = Math.max(peakScore, score[row]);
    peakStrength = Math.max(peakStrength, strength[row]);
  }
  close();
  return alarms;
}
