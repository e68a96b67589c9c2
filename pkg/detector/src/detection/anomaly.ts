import type { TimeSpan } from '../series/timeSpan.js';
import type { Severity } from './severity.js';
import type { SuppressionReason } from './suppression.js';

/** Side of the band. */
export type Direction = 'above' | 'below';

/** A run of points on one side of the band. `start` and `end` are the times of its first and last point. */
export interface Excursion extends TimeSpan {
  /** The side of the band it is on. */
  readonly direction: Direction;
  /** Epoch milliseconds of the point with the largest score, the earliest of equals. */
  readonly peakTime: number;
  /** Observed value at the peak. */
  readonly peakValue: number;
  /** Forecast (`yhat`) at the peak. */
  readonly expected: number;
  /** Largest score of the run: unitless, at least 0. */
  readonly peakScore: number;
  /** Class of `peakScore`. */
  readonly severity: Severity;
  /** How many of the points between `start` and `end` left the band and belong to the run. */
  readonly nPoints: number;
}

/** An excursion that passed every filter. */
export interface Anomaly extends Excursion {
  /** When N of M was reached, epoch milliseconds: the earliest moment anybody could know. Equals `start` for 1 of 1. */
  readonly confirmedAt: number;
  /** True when nothing measured so far has ended it. */
  readonly isOpen: boolean;
}

/** An excursion, or a part of one, that a filter kept from being an anomaly. */
export interface SuppressedExcursion extends Excursion {
  /** The filter. */
  readonly reason: SuppressionReason;
}
