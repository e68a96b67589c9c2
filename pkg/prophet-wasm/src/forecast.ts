/** A forecast: columns of equal length in data units, in the order of the requested times. */
export interface Forecast {
  /** The requested times, epoch milliseconds. */
  readonly time: Float64Array;
  /** The point forecast, trend + additiveTerms. */
  readonly yhat: Float64Array;
  /** Bounds that hold an observation with probability `intervalWidth`, noise and future rate changes included. */
  readonly yhatLower: Float64Array;
  readonly yhatUpper: Float64Array;
  readonly trend: Float64Array;
  /** Sum of all seasonalities. */
  readonly additiveTerms: Float64Array;
  /** Each seasonality by its name. */
  readonly components: Readonly<Record<string, Float64Array>>;
}
