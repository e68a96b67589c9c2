/** A forecast: columns of equal length in data units, in the order of the requested times. */
export interface Forecast {
  /** The requested times, epoch milliseconds. */
  readonly time: Float64Array;
  /** The point forecast, floor + (trend - floor) (1 + multiplicativeTerms) + additiveTerms, within the model's bounds. */
  readonly yhat: Float64Array;
  /**
   * Bounds that hold an observation with probability `intervalWidth`, noise and future rate changes included; wider where
   * the start of what returns wanders, and within the model's bounds.
   */
  readonly yhatLower: Float64Array;
  readonly yhatUpper: Float64Array;
  readonly trend: Float64Array;
  /** Sum of all additive components. */
  readonly additiveTerms: Float64Array;
  /** Sum of all multiplicative components, as shares of the trend above its floor. */
  readonly multiplicativeTerms: Float64Array;
  /**
   * Each component by its name: seasonalities, holidays, regressors, steps and what is `recurring`; where there are any, the
   * totals `holidays`, `extraRegressorsAdditive` and `extraRegressorsMultiplicative`. Additive ones in data units,
   * multiplicative ones as shares.
   */
  readonly components: Readonly<Record<string, Float64Array>>;
}
