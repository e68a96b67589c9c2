const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * The constants of the adaptive score. Durations in milliseconds; a window is the nearest whole number of rows, at
 * least one.
 */
export interface AdaptiveParameters {
  /** The level is the mean of the residuals over so long before a row. */
  readonly levelMs: number;
  /** The level fades to half in so long, where nothing has been measured yet. */
  readonly levelHalfLifeMs: number;
  /** The scale of the deviations, and that of the bias, are read from so long. */
  readonly scaleMs: number;
  /** From this quantile of their size, 0.5 to 1, */
  readonly scaleQuantile: number;
  /** divided by what the same quantile of the size of standard normal noise comes to. */
  readonly normalQuantile: number;
  /** The scale is at most so many times the median of those of single days, */
  readonly scaleCap: number;
  /** of which so many are looked back on. */
  readonly scaleCapDays: number;
  /** Fewer values than this have no scale: the forecast's own deviation takes its place. */
  readonly leastValues: number;
  /** A deviation of this share of the training's size never scores more than 1. */
  readonly leastDeviation: number;
  /** Recurring excursions are read from so many days, */
  readonly recurringDays: number;
  /** within so long to both sides of a time of day, */
  readonly recurringReachMs: number;
  /** and counts where it is above so many scales. */
  readonly recurringFrom: number;
  /** A spike of so many scales scores 1. */
  readonly spikeScales: number;
  /** Unrest is the mean size over so long, */
  readonly sustainedMs: number;
  /** in scales, of which a row counts at most so many. */
  readonly unrestCap: number;
  /** So many deviations of the unrest above its mean score 1; */
  readonly sustainedDeviations: number;
  /** both are those of so many days, */
  readonly unrestDays: number;
  /** and the deviation is at least this. */
  readonly leastUnrestDeviation: number;
  /** The bias is the mean residual of so long, */
  readonly biasMs: number;
  /** and scores 1 at so many of its scales. */
  readonly biasScales: number;
  /** A series is back from an incident once unrest and bias of so long say so. */
  readonly returnMs: number;
  /** For this a residual counts in the bias with at most so many scales. */
  readonly returnCap: number;
  /**
   * Divisors of unrest and bias: noise that agrees with itself for two hours comes by chance, and
   * pages of it score little above 1.
   */
  readonly unrestMargin: number;
  readonly biasMargin: number;
  /** With longer steps neither unrest nor bias is scored. */
  readonly longestFineStepMs: number;
  /** Nothing is scored until a series is known for so long, */
  readonly warmupMs: number;
  /** and for so many rows. */
  readonly warmupRows: number;
  /** A series known for less than this reads its state every hour. */
  readonly youngMs: number;
  /** The threshold is higher by this, divided by how long the series is known, while that is more than 1. */
  readonly startMs: number;
  /** The budget looks back so many days. */
  readonly budgetDays: number;
  /** The budget raises the threshold at most so many times. */
  readonly budgetMax: number;
}

/** The constants as Foreband uses them. Whoever changes one measures on every labeled set, not on one. */
export const adaptiveParameters: AdaptiveParameters = {
  levelMs: 4 * HOUR,
  levelHalfLifeMs: 4 * HOUR,
  scaleMs: 7 * DAY,
  scaleQuantile: 0.98,
  normalQuantile: 2.326,
  scaleCap: 2,
  scaleCapDays: 28,
  leastValues: 24,
  leastDeviation: 0.001,
  recurringDays: 7,
  recurringReachMs: 30 * MINUTE,
  recurringFrom: 2.5,
  spikeScales: 6,
  sustainedMs: 100 * MINUTE,
  unrestCap: 30,
  sustainedDeviations: 4.27,
  unrestDays: 28,
  leastUnrestDeviation: 0.02,
  biasMs: 2 * HOUR,
  biasScales: 4,
  returnMs: 30 * MINUTE,
  returnCap: 3,
  unrestMargin: 1.1,
  biasMargin: 1.05,
  longestFineStepMs: 30 * MINUTE,
  warmupMs: DAY,
  warmupRows: 24,
  youngMs: 3 * DAY,
  startMs: 2 * DAY,
  budgetDays: 28,
  budgetMax: 10,
};
