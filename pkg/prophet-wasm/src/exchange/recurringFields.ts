import type { Recurring, RecurringEdge, RecurringRun } from '../recurring/recurring.js';
import { choice, list, number, object } from './reader.js';

/** Bounds on what a file can ask for: slots of a week, and runs or edges of them. */
const MAX_SLOTS = 604_800;
const MAX_RUNS = 10_000;

const weekly = {
  weekdays: list(number(), 7),
  startMs: number(),
  values: list(number(), MAX_SLOTS),
};

/** Reads recurring values field by field; `parseRecurring` checks the fields against each other. */
export const recurring = object<Recurring>({
  slotMs: number(),
  runs: list(object<RecurringRun>(weekly), MAX_RUNS),
  edges: list(object<RecurringEdge>({ ...weekly, side: choice(['above', 'below'] as const) }), MAX_RUNS),
});
