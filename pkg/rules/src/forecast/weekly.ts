import type { RecurringSize } from 'foreband-detector';
import type { WeeklyValues } from 'prophet-wasm';

import { holds } from '../promql/build.js';
import type { Expression } from '../promql/expression.js';
import { rounded, type ScalarTerm } from './scalarSum.js';
import { clockWithin, type ZoneShift } from './zoneShift.js';

const DAY_SECONDS = 86_400;
/** 1970-01-05, a Monday. */
const MONDAY_SECONDS = 4 * DAY_SECONDS;

/** A value between two times of a cycle, in seconds from its start. */
interface Piece {
  readonly from: number;
  readonly to: number;
  readonly value: number;
}

/** Slots of a week from Monday 00:00 on, each with the sum of what covers it. */
function weekTable(slotMs: number, items: readonly WeeklyValues[]): Float64Array {
  const perDay = Math.round((1000 * DAY_SECONDS) / slotMs);
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

/** Stretches of equal values but 0. */
function piecesOf(table: Float64Array, slotMs: number): readonly Piece[] {
  const pieces: Piece[] = [];
  const seconds = slotMs / 1000;
  for (let slot = 0; slot < table.length; slot++) {
    const last = pieces.at(-1);
    if (table[slot] !== 0 && last?.to === slot * seconds && last.value === table[slot]) {
      pieces[pieces.length - 1] = { ...last, to: last.to + seconds };
    } else if (table[slot] !== 0) {
      pieces.push({ from: slot * seconds, to: (slot + 1) * seconds, value: table[slot] });
    }
  }
  return pieces;
}

/**
 * Pieces as the jumps between them, `(v2 - v1) * (clock >= bool t)`: one comparison a piece instead of two, which is what
 * evaluating them costs.
 */
function jumpsOf(clock: Expression, pieces: readonly Piece[]): readonly ScalarTerm[] {
  const heights = new Map<number, number>();
  const add = (at: number, height: number) => heights.set(at, (heights.get(at) ?? 0) + height);
  for (const { from, to, value } of pieces) {
    add(from, value);
    add(to, -value);
  }
  return [...heights]
    .sort(([one], [other]) => one - other)
    .map(([at, height]) =>
      at === 0 ? { factor: height, of: null } : { factor: rounded(height), of: holds(clock, '>=', at) },
    );
}

/** Sizes between times of the day, as terms. */
export function dailyTerms(sizes: readonly RecurringSize[], shift: ZoneShift): readonly ScalarTerm[] {
  const clock = clockWithin(shift, DAY_SECONDS);
  return jumpsOf(
    clock,
    sizes.map(({ startMs, endMs, size }) => ({ from: startMs / 1000, to: endMs / 1000, value: rounded(size) })),
  );
}

/** What returns at times of the day or the week, as terms; what is the same every day is looked up by the time of day. */
export function weeklyTerms(slotMs: number, items: readonly WeeklyValues[], shift: ZoneShift): readonly ScalarTerm[] {
  const daily = items.filter(({ weekdays }) => weekdays.length === 7);
  const others = items.filter(({ weekdays }) => weekdays.length < 7);
  const perDay = Math.round((1000 * DAY_SECONDS) / slotMs);
  const clock = clockWithin(shift, 7 * DAY_SECONDS, MONDAY_SECONDS);
  const timeOfDay = clockWithin(shift, DAY_SECONDS);
  return [
    ...jumpsOf(timeOfDay, piecesOf(weekTable(slotMs, daily).subarray(0, perDay), slotMs)),
    ...jumpsOf(clock, piecesOf(weekTable(slotMs, others), slotMs)),
  ];
}
