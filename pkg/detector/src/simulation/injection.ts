/** Every kind of anomaly the simulation plants, in the order in which they take turns. */
export const injectionKinds = ['spike', 'levelShift', 'dip', 'drift', 'flatline', 'varianceChange', 'dropout'] as const;

/**
 * Kind of a planted anomaly.
 * - `spike`: a short jump up.
 * - `dip`: a short fall toward zero.
 * - `levelShift`: hours at a higher level.
 * - `drift`: hours of steady growth that end at once.
 * - `varianceChange`: hours of much stronger noise around the usual level.
 * - `flatline`: hours at one value, like a stuck sensor.
 * - `dropout`: no measurements at all.
 */
export type InjectionKind = (typeof injectionKinds)[number];

/** A planted anomaly: it displaces the points with `start <= time < end`. */
export interface Injection {
  /** The planted kind. */
  readonly kind: InjectionKind;
  /** First moment, epoch milliseconds. */
  readonly start: number;
  /** The moment it is over, epoch milliseconds; no longer displaced. */
  readonly end: number;
  /**
   * How strong it is. Added share of the CPU for spike and levelShift, the share reached at the end for drift, the
   * lost share of the value (0 to 1) for dip, the factor on the noise for varianceChange, 0 for flatline and dropout.
   */
  readonly magnitude: number;
}
