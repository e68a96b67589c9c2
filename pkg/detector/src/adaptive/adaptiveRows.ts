import { utcTime, type LocalTime } from './dayRows.js';

/**
 * Rows to be scored. Columns of one length, on one regular grid whose step divides a day; missing rows are there, as
 * NaN.
 */
export interface AdaptiveRows {
  /** Epoch milliseconds, ascending. */
  readonly time: Float64Array;
  /** Observed values; NaN where nothing was measured. */
  readonly y: Float64Array;
  /** Point forecast; NaN where there is none, and such a row is not scored. */
  readonly yhat: Float64Array;
  /**
   * How much farther than yhat a value may lie where the start of what recurs wanders, by side, 0 or more; null:
   * nowhere.
   */
  readonly edges: { readonly above: Float64Array; readonly below: Float64Array } | null;
}

/** Values that cannot be left, in the unit of the series; null for a side without one. */
export interface ValueBounds {
  readonly lower: number | null;
  readonly upper: number | null;
}

/** The part of a scoring that belongs to the model and its settings rather than to a row. */
export interface AdaptiveSettings {
  /** The panel option, above 0. Default 2. */
  readonly thresholdMultiplier: number;
  /** Expected value and band stay within. Default: no bounds. */
  readonly bounds: ValueBounds;
  /** The clock of the model's time zone, from `createZoneClock`. Default UTC. */
  readonly localTime: LocalTime;
}

/** The settings of a series that has none of its own. */
export const adaptiveDefaults: AdaptiveSettings = {
  thresholdMultiplier: 2,
  bounds: { lower: null, upper: null },
  localTime: utcTime,
};
