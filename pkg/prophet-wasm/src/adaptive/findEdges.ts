import { copyFinite } from '../order/finiteValues.js';
import { quantile } from '../order/quantile.js';
import { MINUTE_MS, rowsOf, type Grid } from './grid.js';
import { markNear } from './markNear.js';
import type { SlotRows } from './slotRows.js';

/** Edges are looked for so near to a daily run. */
const REACH_MS = 30 * MINUTE_MS;
/** Where more than a tenth of the days are this many scales away, the start wanders. */
const SHARE_OF_DAYS = 0.9;
const FAR = 2.5;
const LEAST_DAYS = 3;
/** With fewer days the largest size counts, with more the second largest: one day may be wild. */
const FEW_DAYS = 8;
/** A run that is less than this share of its usual size was skipped that day: that says nothing about where it starts. */
const LEAST_SHARE = 0.5;
const WORKING_DAYS = 5;

/** How far samples may lie above and below what returns, by slot of the week; 0 where they should not. */
export interface EdgeTables {
  readonly above: Float64Array;
  readonly below: Float64Array;
}

/**
 * Where the start of a daily run wanders: near it, on a side and at a time of day where what the run leaves is far on more
 * than a tenth of the days, as far as it went on two of them. Days on which the run was missing do not count.
 * @param profile What returns, by slot of the week.
 * @param residual What the forecast without it leaves; NaN where nothing may be looked at.
 * @param scale Standard deviation of what is usual, in the unit of y.
 */
export function findEdges(
  profile: Float64Array,
  residual: Float64Array,
  grid: Grid,
  rows: SlotRows,
  scale: number,
): EdgeTables {
  const { perDay, stepMs } = grid;
  const tables = { above: new Float64Array(7 * perDay), below: new Float64Array(7 * perDay) };
  const onDays = daysOfRuns(profile, perDay);
  if (!onDays.some((days) => days > 0)) {
    return tables;
  }
  const reach = rowsOf(REACH_MS, stepMs);
  const rest = withoutSkipped(profile, residual, grid, onDays, reach);
  const isNear = markNear(
    Uint8Array.from(onDays, (days) => (days > 0 ? 1 : 0)),
    reach,
  );
  const isDaily = markNear(
    Uint8Array.from(onDays, (days) => (days === 7 ? 1 : 0)),
    reach,
  );
  const scratch = new Float64Array(rows.most);
  for (let time = 0; time < perDay; time++) {
    const nDays = isDaily[time] === 1 ? 7 : isNear[time] === 1 ? WORKING_DAYS : 0;
    const values = rows.ofTime(rest, time, nDays);
    if (values.length < LEAST_DAYS) {
      continue;
    }
    const above = extent(values, 1, scale, scratch);
    const below = extent(values, -1, scale, scratch);
    for (let day = 0; day < nDays; day++) {
      tables.above[day * perDay + time] = above;
      tables.below[day * perDay + time] = below;
    }
  }
  return tables;
}

/** By time of day: seven where every day has the same, five where the working days have, else none. */
function daysOfRuns(profile: Float64Array, perDay: number): Uint8Array {
  return Uint8Array.from({ length: perDay }, (_, time) => {
    const size = profile[time];
    let days = size === 0 ? 0 : 1;
    while (days > 0 && days < 7 && profile[days * perDay + time] === size) {
      days++;
    }
    return days >= WORKING_DAYS ? (days === 7 ? 7 : WORKING_DAYS) : 0;
  });
}

/** Residuals of the profile, without the surroundings of runs that were skipped. */
function withoutSkipped(
  profile: Float64Array,
  residual: Float64Array,
  { slot, perDay }: Grid,
  onDays: Uint8Array,
  reach: number,
): Float64Array {
  const rest = residual.map((value, i) => value - profile[slot[i]]);
  const isIn = (row: number) => onDays[slot[row] % perDay] > 0 && profile[slot[row]] !== 0;
  for (let from = 0; from < residual.length; from++) {
    if (!isIn(from)) {
      continue;
    }
    const sign = Math.sign(profile[slot[from]]);
    let [to, found, usual] = [from, 0, 0];
    for (; to < residual.length && isIn(to) && Math.sign(profile[slot[to]]) === sign; to++) {
      if (!Number.isNaN(residual[to])) {
        found += residual[to];
        usual += profile[slot[to]];
      }
    }
    if (found * sign < LEAST_SHARE * usual * sign) {
      rest.fill(NaN, Math.max(0, from - reach), to + reach);
    }
    from = to - 1;
  }
  return rest;
}

/** How far values go on a side, where more than a tenth of them do. */
function extent(values: Float64Array, sign: number, scale: number, scratch: Float64Array): number {
  const count = copyFinite(values, 0, values.length, scratch);
  for (let i = 0; i < count; i++) {
    scratch[i] *= sign;
  }
  if (quantile(scratch, count, SHARE_OF_DAYS) <= FAR * scale) {
    return 0;
  }
  const sizes = scratch.subarray(0, count).sort();
  return sizes[count - (count < FEW_DAYS ? 1 : 2)];
}
