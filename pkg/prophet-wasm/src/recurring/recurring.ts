/** Name of the component in a forecast. */
export const RECURRING = 'recurring';

/** Days of a week and a time of day, and a value for each slot from then on. */
export interface WeeklyValues {
  /** Days on which it starts, from 1 (Monday) to 7, ascending: all seven for what is daily. */
  readonly weekdays: readonly number[];
  /** From midnight to its start on the clock of the model's time zone, in milliseconds; a multiple of `slotMs`. */
  readonly startMs: number;
  /** One for each slot, at most a week of them, in the unit of y. Where two cover a slot, they add up. */
  readonly values: readonly number[];
}

/** Values added to yhat whenever they return, such as those of a nightly job. */
export type RecurringRun = WeeklyValues;

/**
 * How much farther than yhat a sample may lie on one side about a run whose start wanders, at least 0: the interval reaches
 * as far.
 */
export interface RecurringEdge extends WeeklyValues {
  readonly side: 'above' | 'below';
}

/** Values that return exactly at the same time of day or week: plain JSON. */
export interface Recurring {
  /** Length of a slot in milliseconds; a whole number of slots makes a day. */
  readonly slotMs: number;
  readonly runs: readonly RecurringRun[];
  readonly edges: readonly RecurringEdge[];
}
