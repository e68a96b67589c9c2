import type { Model } from '../fit/model.js';
import type { Recurring, RecurringRun } from './recurring.js';
import { DAY_MS } from './weekTable.js';

/** A time of day or week at which something returns, as one would say it: "daily 02:00 to 02:30, +12". */
export interface RecurringTime {
  /** Days on which it starts, from 1 (Monday) to 7: all seven where it is daily. */
  readonly weekdays: readonly number[];
  /** From midnight to its start on the clock of the model's time zone, in milliseconds. */
  readonly startMs: number;
  /** From the same midnight to its end: more than a day where it ends later. */
  readonly endMs: number;
  /** Value it adds to yhat, in the unit of y: of its slots the one farthest from 0. */
  readonly change: number;
  /** How much farther a sample may lie where its start wanders, in the unit of y; 0 where it does not. */
  readonly above: number;
  readonly below: number;
}

/** Edges belong to a run that is no farther than this. */
const NEAR_MS = DAY_MS / 48;

/** Recurring values of a model, by their time of day or week; empty where it has none. */
export function listRecurring({ recurring }: Model): readonly RecurringTime[] {
  if (recurring === null) {
    return [];
  }
  return recurring.runs
    .map((run) => {
      const { weekdays, startMs, values } = run;
      return {
        weekdays,
        startMs,
        endMs: endOf(run, recurring.slotMs),
        change: values.reduce((most, value) => (Math.abs(value) > Math.abs(most) ? value : most), 0),
        above: farthest(recurring, run, 'above'),
        below: farthest(recurring, run, 'below'),
      };
    })
    .sort((one, other) => one.startMs - other.startMs || one.weekdays[0] - other.weekdays[0]);
}

function endOf({ startMs, values }: RecurringRun, slotMs: number): number {
  return startMs + values.length * slotMs;
}

/** The largest edge on a side of the days and the surroundings of a run. */
function farthest({ edges, slotMs }: Recurring, run: RecurringRun, side: 'above' | 'below'): number {
  const isNear = (edge: RecurringRun, shift: number) =>
    edge.startMs + shift <= endOf(run, slotMs) + NEAR_MS && endOf(edge, slotMs) + shift >= run.startMs - NEAR_MS;
  const isItsOwn = (edge: RecurringRun) =>
    edge.weekdays.some((day) => run.weekdays.includes(day)) &&
    [-DAY_MS, 0, DAY_MS].some((shift) => isNear(edge, shift));
  return edges
    .filter((edge) => edge.side === side && isItsOwn(edge))
    .reduce((most, { values }) => values.reduce((larger, value) => Math.max(larger, value), most), 0);
}
