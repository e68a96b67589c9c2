import type { FlaggedRows, LabeledEvent } from 'foreband-detector';

const MINUTE = 60_000;

/** Rows 10 minutes apart from 0, and what a detector did with each. */
export interface FlaggedPattern extends FlaggedRows {
  readonly time: Float64Array;
}

/**
 * One character a row, 10 minutes apart: `#` flagged with a score of 2, `!` flagged with a score of 4, `.` left alone,
 * a space for a row without a score. Every flagged row is confirmed at once.
 */
export function flaggedPattern(pattern: string): FlaggedPattern {
  const scores: Readonly<Record<string, number>> = { '#': 2, '!': 4, '.': 0.5, ' ': NaN };
  const time = Float64Array.from(pattern, (_, row) => row * 10 * MINUTE);
  const anomalous = Uint8Array.from(pattern, (mark) => (mark === '#' || mark === '!' ? 1 : 0));
  const rows = Array.from(time).filter((_, row) => anomalous[row] === 1);
  const anomalies = rows.map((moment) => ({ start: moment, end: moment, confirmedAt: moment }));
  return { time, score: Float64Array.from(pattern, (mark) => scores[mark]), anomalous, anomalies };
}

/** Events from runs of a letter in rows 10 minutes apart; the letter is the kind. */
export function eventPattern(pattern: string): readonly LabeledEvent[] {
  return Array.from(pattern.matchAll(/([a-z])\1*/g), ({ 0: run, 1: kind, index }) => ({
    kind,
    start: index * 10 * MINUTE,
    end: (index + run.length - 1) * 10 * MINUTE,
    magnitude: NaN,
  }));
}
