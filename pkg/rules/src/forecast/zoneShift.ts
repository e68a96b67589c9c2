import { createZoneClock } from 'foreband-detector';

import { chain, holds, now, operate, type Operand } from '../promql/build.js';
import type { Expression } from '../promql/expression.js';
import type { Validity } from './validity.js';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

/** How far a time zone's clock is ahead of UTC while rules are valid. */
export interface ZoneShift {
  /** At the start, milliseconds; negative where it is behind. */
  readonly offsetMs: number;
  /** Its changes, such as the beginning of daylight saving time. */
  readonly changes: ReadonlyArray<{
    /** Epoch ms. */
    readonly at: number;
    /** How much farther ahead from then on, milliseconds. */
    readonly byMs: number;
  }>;
}

/** The clock of a zone over a time; no change is shorter than an hour. */
export function zoneShiftOf(timeZone: string, { start, end }: Validity): ZoneShift {
  const clock = createZoneClock(timeZone);
  const offsetAt = (time: number) => clock(time) - time;
  const changes: { readonly at: number; readonly byMs: number }[] = [];
  for (let time = start; time < end; time += HOUR_MS) {
    const next = Math.min(time + HOUR_MS, end);
    const byMs = offsetAt(next) - offsetAt(time);
    if (byMs !== 0) {
      changes.push({ at: momentOfChange(offsetAt, time, next), byMs });
    }
  }
  return { offsetMs: offsetAt(start), changes };
}

function momentOfChange(offsetAt: (time: number) => number, before: number, after: number): number {
  const old = offsetAt(before);
  let [low, high] = [Math.floor(before / MINUTE_MS), Math.ceil(after / MINUTE_MS)];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(middle * MINUTE_MS) === old) {
      low = middle;
    } else {
      high = middle;
    }
  }
  return high * MINUTE_MS;
}

/** The moment of evaluation in seconds, moved by the changes of the clock but not by its first offset. */
export function shiftedNow({ changes }: ZoneShift): Expression {
  return chain('+', [
    now(),
    ...changes.map(({ at, byMs }) => operate(byMs / 1000, '*', holds(now(), '>=', at / 1000))),
  ]);
}

/** Seconds on the clock's face since it last showed a multiple of the period, counted from 1970-01-01 00:00. */
export function clockWithin(shift: ZoneShift, periodSeconds: number, fromSeconds = 0): Expression {
  const ahead = shift.offsetMs / 1000 - fromSeconds;
  const shown: Operand = shiftedNow(shift);
  const moved = ahead === 0 ? shown : operate(shown, ahead < 0 ? '-' : '+', Math.abs(ahead));
  return operate(moved, '%', periodSeconds);
}

/** What the clock shows at a moment, as the epoch ms of a UTC clock that shows the same. */
function civilOf({ offsetMs, changes }: ZoneShift, time: number): number {
  return changes.reduce((civil, { at, byMs }) => (time >= at ? civil + byMs : civil), time + offsetMs);
}

/** The first moment at which the clock shows this or more. */
export function momentOf(shift: ZoneShift, civil: number): number {
  const offsets = [shift.offsetMs];
  for (const { byMs } of shift.changes) {
    offsets.push(offsets[offsets.length - 1] + byMs);
  }
  const candidates = [...offsets.map((offset) => civil - offset), ...shift.changes.map(({ at }) => at)];
  return Math.min(...candidates.filter((time) => civilOf(shift, time) >= civil));
}
