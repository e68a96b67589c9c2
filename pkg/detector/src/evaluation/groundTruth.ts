import type { TimeSpan } from '../series/timeSpan.js';

/** An anomaly that is known to be there: planted, or labeled by somebody. From its first to its last labeled point. */
export interface LabeledEvent extends TimeSpan {
  /** Its kind: an `InjectionKind`, or the word of whoever labeled it. */
  readonly kind: string;
  /** How far a planted one displaces its points, in the unit of the series, negative downwards; NaN where unknown. */
  readonly magnitude: number;
}

/** The anomalies that a detector should find in a series. */
export interface GroundTruth {
  /** One a row of the series: 1 where the value is anomalous, else 0. */
  readonly labels: Uint8Array;
  /** The anomalies in order of their start. Those of different kinds may overlap. */
  readonly events: readonly LabeledEvent[];
  /**
   * Stretches of which nobody has said whether they are anomalous: what is flagged there counts neither as right nor as
   * false. Default none.
   */
  readonly unknown?: readonly TimeSpan[];
}

/** The kind of events whose label says nothing more. */
export const UNNAMED_KIND = 'labeled';
