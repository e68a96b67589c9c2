import { medianOf } from '../order/quantile.js';
import { MINUTE_MS, rowsOf, type Grid } from './grid.js';
import type { KnownCounts } from './knownCounts.js';
import { markNear } from './markNear.js';
import type { SlotRows } from './slotRows.js';

/** A daily return, or one on working days, is seen on so many days at least, and on this share of those known. */
const LEAST_DAYS = 3;
const SHARE_OF_DAYS = 0.8;
/** Days from Monday on that working days are; what returns on fewer than half of the weekend's days is theirs alone. */
const WORKING_DAYS = 5;
const SHARE_OF_WEEKENDS = 0.5;
/** By how many scales it must be away, at a time of day or at a single slot of the week. */
const FAR = 2.5;
/** A weekly return is seen in each of the last four weeks, or of three that are known. */
const LEAST_WEEKS = 3;
const MOST_WEEKS = 4;
/** In a run of half an hour, an edge at midnight that waves cannot follow, less is enough: the median, and each value. */
const RUN_MS = 30 * MINUTE_MS;
const RUN_MEDIAN = 1.5;
const RUN_EACH = 0.75;
/** No weekly run begins so near to a daily one. */
const NEAR_MS = 30 * MINUTE_MS;

/** Where what recurs is looked for. */
export interface RecurringSearch {
  readonly grid: Grid;
  readonly rows: SlotRows;
  readonly known: KnownCounts;
}

/**
 * Residuals that return on the same side at the same time of every day, working day or week: the median by slot of
 * the week, from Monday 00:00 on, and 0 elsewhere.
 * @param residual Of the first rows of the grid; NaN where `known` does not count.
 * @param large Rows of those that are large; two scales or more must be.
 * @param scale Standard deviation of what is usual, in the unit of y.
 */
export function findRecurring(
  search: RecurringSearch,
  residual: Float64Array,
  large: Int32Array,
  scale: number,
): Float64Array {
  const { grid, rows, known } = search;
  const { perDay, stepMs } = grid;
  const from = rows.firstRow(residual.length);
  const counts = { known: known.between(from, residual.length), ...countFar(residual, grid, large, from, FAR * scale) };
  const profile = new Float64Array(7 * perDay);
  const isDaily = new Uint8Array(perDay);
  for (let time = 0; time < perDay; time++) {
    const nDays = counts.ofTime[time] < LEAST_DAYS ? 0 : daysThatReturn(counts, time, perDay);
    const size = nDays === 0 ? 0 : middleBeyond(rows.ofTime(residual, time, nDays), FAR * scale);
    if (size !== 0) {
      isDaily[time] = 1;
      for (let day = 0; day < nDays; day++) {
        profile[day * perDay + time] = size;
      }
    }
  }
  if (residual.length > (LEAST_WEEKS - 1) * profile.length) {
    const isNear = markNear(isDaily, rowsOf(NEAR_MS, stepMs));
    const sizeOf = (slot: number, each: number, middle: number) =>
      isNear[slot % perDay] === 0 && rows.areBeyond(residual, slot, LEAST_WEEKS, each * scale)
        ? middleBeyond(rows.latest(residual, slot, MOST_WEEKS), middle * scale)
        : 0;
    addWeeklyRuns(profile, (slot) => sizeOf(slot, RUN_EACH, RUN_MEDIAN), rowsOf(RUN_MS, stepMs));
    addWeeklySlots(profile, (slot) => sizeOf(slot, FAR, FAR), counts);
  }
  return profile;
}

/** Values by slot of the week: how many are known, and how many lie far above and below 0. */
interface FarCounts {
  readonly known: Int32Array;
  readonly above: Uint16Array;
  readonly below: Uint16Array;
  /** The far ones by time of day. */
  readonly ofTime: Uint16Array;
}

function countFar(residual: Float64Array, grid: Grid, large: Int32Array, from: number, far: number) {
  const { slot, perDay } = grid;
  const above = new Uint16Array(7 * perDay);
  const below = new Uint16Array(7 * perDay);
  const ofTime = new Uint16Array(perDay);
  for (let k = 0; k < large.length; k++) {
    const row = large[k];
    if (row >= from && Math.abs(residual[row]) > far) {
      (residual[row] > 0 ? above : below)[slot[row]]++;
      ofTime[slot[row] % perDay]++;
    }
  }
  return { above, below, ofTime };
}

/**
 * Seven where enough values at a time of day are far on one side; five where those of the working days are, and hardly any at
 * the weekend; else none.
 */
function daysThatReturn({ known, above, below }: FarCounts, time: number, perDay: number): number {
  const working = { known: 0, above: 0, below: 0 };
  const all = { known: 0, above: 0, below: 0 };
  for (let day = 0; day < 7; day++) {
    const slot = day * perDay + time;
    for (const tally of day < WORKING_DAYS ? [working, all] : [all]) {
      tally.known += known[slot];
      tally.above += above[slot];
      tally.below += below[slot];
    }
  }
  const isFar = (tally: typeof all, share: number) => Math.max(tally.above, tally.below) >= share * tally.known;
  const weekend = {
    known: all.known - working.known,
    above: all.above - working.above,
    below: all.below - working.below,
  };
  if (working.known >= LEAST_DAYS && isFar(working, SHARE_OF_DAYS) && !isFar(weekend, SHARE_OF_WEEKENDS)) {
    return WORKING_DAYS;
  }
  return all.known >= LEAST_DAYS && isFar(all, SHARE_OF_DAYS) ? 7 : 0;
}

/** The median, where it is far enough from 0; else 0. */
function middleBeyond(values: Float64Array, least: number): number {
  const middle = medianOf(values, values.length);
  return Math.abs(middle) > least ? middle : 0;
}

/**
 * Adds runs of slots that are on one side in every week. Each has a slot at a multiple of its least length.
 * @param sizeOf What returns at a slot; 0 for nothing.
 */
function addWeeklyRuns(profile: Float64Array, sizeOf: (slot: number) => number, least: number): void {
  const n = profile.length;
  for (let slot = 0; slot < n; slot += least) {
    const size = sizeOf(slot);
    if (size === 0 || profile[slot] !== 0) {
      continue;
    }
    const isOfRun = (place: number) => place >= 0 && place < n && sizeOf(place) * size > 0;
    let from = slot;
    let to = slot + 1;
    while (isOfRun(from - 1)) {
      from--;
    }
    while (isOfRun(to)) {
      to++;
    }
    for (let place = from; place < to && to - from >= least; place++) {
      profile[place] = sizeOf(place);
    }
  }
}

/** Adds single slots that are far in every week. */
function addWeeklySlots(profile: Float64Array, sizeOf: (slot: number) => number, { above, below }: FarCounts): void {
  for (let slot = 0; slot < profile.length; slot++) {
    if (Math.max(above[slot], below[slot]) >= LEAST_WEEKS && profile[slot] === 0) {
      profile[slot] = sizeOf(slot);
    }
  }
}
