import type { Forecast } from './forecast.js';
import type { DetectionOptions } from './detectionOptions.js';

/**
 * Rows with their score, in whichever way they were scored: what `detect` filters and groups. Columns of one length.
 */
export interface ScoredRows {
  /** Epoch milliseconds, on one regular grid. */
  readonly time: Float64Array;
  /** Observed values; NaN where nothing was measured. */
  readonly y: Float64Array;
  /** The expected value: the forecast, in the adaptive score moved by the level. */
  readonly expected: Float64Array;
  /** Edges of the band. */
  readonly bandLower: Float64Array;
  readonly bandUpper: Float64Array;
  /** Unitless, at least 0; NaN where nothing is measured or forecast. */
  readonly score: Float64Array;
  /** The score at which a row is anomalous. */
  readonly threshold: Float64Array;
  /** 1 or -1 for rows that are anomalous by their score, above or below what was expected; else 0. */
  readonly side: Int8Array;
  /** 1 for rows that keep an incident open without being anomalous themselves, or being so; default: those that are. */
  readonly lingering?: Uint8Array;
  /** Code of the branch that decided the score (see `branchOf`). */
  readonly branch: Uint8Array;
  /** Size of the deviation behind the score, in the unit of the series. */
  readonly size: Float64Array;
  /** The size at which it would score 1. */
  readonly usual: Float64Array;
  /** The measure that severities are classes of: the score itself, or the score in units of the threshold. */
  readonly severityBy: 'score' | 'threshold';
  /**
   * Rows before this time have a score of 0, since the series is too young; epoch milliseconds, null where it is old
   * enough.
   */
  readonly learningUntil: number | null;
}

/** Rows as they are handed to `detect`. */
export interface ObservedRows {
  /** Epoch milliseconds. */
  readonly time: Float64Array;
  /** NaN where nothing was measured. */
  readonly y: Float64Array;
  /** The forecast of these rows. */
  readonly forecast: Forecast;
}

/** A way of scoring: `classicScoring`, `adaptiveScoring` or `replayScoring`. */
export type Scoring = (rows: ObservedRows, options: DetectionOptions) => ScoredRows;
