import type { WeeklyValues } from './recurring.js';

/**
 * A table of the slots of a week, from Monday 00:00 on, as runs of slots on one side of 0; those that are the same on several
 * days are one.
 */
export function weeklyValues(table: Float64Array, slotMs: number): readonly WeeklyValues[] {
  const perDay = table.length / 7;
  const found = new Map<string, { readonly weekdays: number[]; readonly startMs: number; readonly values: number[] }>();
  for (const { start, length } of runsOf(table)) {
    const values = Array.from({ length }, (_, i) => table[(start + i) % table.length]);
    const startMs = (start % perDay) * slotMs;
    const key = `${startMs} ${values.join(' ')}`;
    const run = found.get(key) ?? { weekdays: [], startMs, values };
    run.weekdays.push(Math.floor(start / perDay) + 1);
    found.set(key, run);
  }
  return [...found.values()].map((run) => ({ ...run, weekdays: run.weekdays.sort((one, other) => one - other) }));
}

/** Longest runs of one sign but 0, in a list whose ends meet. */
function runsOf(table: Float64Array): readonly { readonly start: number; readonly length: number }[] {
  const n = table.length;
  const sign = (slot: number) => Math.sign(table[slot % n]);
  let first = 0;
  while (first < n && sign(first) === sign(first + n - 1)) {
    first++;
  }
  const runs: { readonly start: number; readonly length: number }[] = [];
  for (let slot = first; slot < first + n;) {
    let length = 1;
    while (length < n && slot + length < first + n && sign(slot + length) === sign(slot)) {
      length++;
    }
    if (sign(slot) !== 0) {
      runs.push({ start: slot % n, length });
    }
    slot += length;
  }
  return runs;
}
