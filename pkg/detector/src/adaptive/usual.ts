/** The recurring excursions at each slot of the day, by side: sizes in the unit of the series, 0 where nothing does. */
export interface RecurringBySlot {
  readonly above: Float64Array;
  readonly below: Float64Array;
}

/** The usual deviations of a series, which a row is compared with. */
export interface Usual {
  /** Size of a usual deviation, in the unit of the series: above 0; Infinity while nothing is known. */
  readonly scale: number;
  /** Mean unrest, in scales. */
  readonly unrestMean: number;
  /** Its standard deviation; Infinity while nothing is known. */
  readonly unrestDeviation: number;
  /** Size of a usual bias, in the unit of the series; Infinity while nothing is known. */
  readonly biasScale: number;
}
