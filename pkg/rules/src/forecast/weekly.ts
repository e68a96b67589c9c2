import type { WeeklyValues } from 'prophet-wasm';

import { holds, operate } from '../promql/build.js';
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

function between(clock: Expression, { from, to, value }: Piece): ScalarTerm {
  const parts = [holds(clock, '>=', from), holds(clock, '<', to)];
  return { factor: rounded(value), of: operate(parts[0], '*', parts[1]) };
}

/** Values by the slot of the day, as terms: a piece each. */
export function dailyTerms(bySlot: Float64Array, slotMs: number, shift: ZoneShift): readonly ScalarTerm[] {
  const clock = clockWithin(shift, DAY_SECONDS);
  return piecesOf(bySlot, slotMs).map((piece) => between(clock, piece));
}

/** What returns at times of the day or the week, as terms; what is the same every day is looked up by the time of day. */
export function weeklyTerms(slotMs: number, items: readonly WeeklyValues[], shift: ZoneShift): readonly ScalarTerm[] {
  const daily = items.filter(({ weekdays }) => weekdays.length === 7);
  const others = items.filter(({ weekdays }) => weekdays.length < 7);
  const perDay = Math.round((1000 * DAY_SECONDS) / slotMs);
  const clock = clockWithin(shift, 7 * DAY_SECONDS, MONDAY_SECONDS);
  return [
    ...dailyTerms(weekTable(slotMs, daily).subarray(0, perDay), slotMs, shift),
    ...piecesOf(weekTable(slotMs, others), slotMs).map((piece) => between(clock, piece)),
  ];
}
