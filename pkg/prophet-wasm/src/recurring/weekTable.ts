import type { WeeklyValues } from './recurring.js';

export const DAY_MS = 86_400_000;
const WEEK_MS = 7 * DAY_MS;
/** 1970-01-05: civil time is counted from a Thursday. */
const MONDAY_MS = 4 * DAY_MS;

/** Slots of a week from Monday 00:00 on, each with the sum of what covers it. */
export function weekTable(slotMs: number, items: readonly WeeklyValues[]): Float64Array {
  const perDay = Math.round(DAY_MS / slotMs);
  const table = new Float64Array(7 * perDay);
  for (const { weekdays, startMs, values } of items) {
    for (const weekday of weekdays) {
      const start = (weekday - 1) * perDay + Math.round(startMs / slotMs);
      values.forEach((value, i) => {
        table[(start + i) % table.length] += value;
      });
    }
  }
  return table;
}

/** The slot of the week in which a civil time lies: milliseconds as the clock on the wall shows them. */
export function slotOfWeek(civil: number, slotMs: number): number {
  const since = (civil - MONDAY_MS) % WEEK_MS;
  return Math.floor((since < 0 ? since + WEEK_MS : since) / slotMs);
}

/** The value of each row's slot. */
export function valuesAt(table: Float64Array, slotMs: number, civil: Float64Array): Float64Array {
  return civil.map((at) => table[slotOfWeek(at, slotMs)]);
}
