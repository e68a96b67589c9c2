import { findPeriod, type FoundPeriod } from './findPeriod.js';
import { findSteps, type LevelChanges } from './findSteps.js';
import { DAY_MS, HOUR_MS, rowsOf, type Grid } from './grid.js';
import { dailyScale, noiseOf } from './noise.js';
import { outside } from './outside.js';
import { robustStart, type Shapeless } from './robustStart.js';
import { runningMedian } from './runningMedian.js';

/** The trend is a running median of a week, reckoned every six hours. */
const TREND_REACH_MS = 3.5 * DAY_MS;
const TREND_EVERY_MS = 6 * HOUR_MS;
/** Level changes are looked for from two days on, another period from three. */
const STEPS_FROM_MS = 2 * DAY_MS;
const PERIOD_FROM_MS = 3 * DAY_MS;

/** Level changes, other period and rest of a series, before anything was fitted to it. */
export interface LevelAnalysis extends LevelChanges {
  /** 1 for rows within a block. */
  readonly isBlock: Uint8Array;
  /** The best other period; null for none, or where none was looked for. */
  readonly period: FoundPeriod | null;
  /** The series without shapes, trend and level changes. */
  readonly rest: Float64Array;
}

/**
 * Finds level changes, and another period, in a series without its shapes of day and week.
 * @param least The least standard deviation of noise, in the unit of y.
 * @param options Whether to look for another period, and 1 for rows that are known to be unlike others: no blocks.
 */
export function analyzeLevels(
  grid: Grid,
  least: number,
  { isPeriodWanted, isHoliday }: { readonly isPeriodWanted: boolean; readonly isHoliday: Uint8Array },
): LevelAnalysis {
  const shapeless = robustStart(grid);
  const age = grid.y.length * grid.stepMs;
  const plain = withoutTrend(shapeless, grid, NO_CHANGES);
  const noise = Math.max(dailyScale(plain, grid.perDay), noiseOf(plain, least, new Float64Array(plain.length)));
  const changes = age >= STEPS_FROM_MS ? findSteps(shapeless, grid, noise) : NO_CHANGES;
  const hasChanges = changes.steps.length + changes.blocks.length > 0;
  const rest = hasChanges ? withoutTrend(shapeless, grid, changes) : plain;
  const isBlock = new Uint8Array(grid.y.length);
  changes.blocks.forEach(({ from, to }) => isBlock.fill(1, from, to));
  isHoliday.forEach((is, row) => {
    isBlock[row] &= 1 - is;
  });
  const isLooked = isPeriodWanted && age >= PERIOD_FROM_MS;
  return { ...changes, isBlock, rest, period: isLooked ? findPeriod(outside(rest, isBlock), grid.stepMs) : null };
}

const NO_CHANGES: LevelChanges = { steps: [], blocks: [], drifts: [] };

/** Rows less their shapes, level changes, and a running median of a week that blocks have no part in. */
function withoutTrend(
  { levels, rows, perStretch }: Shapeless,
  grid: Grid,
  { steps, blocks }: LevelChanges,
): Float64Array {
  const stretchMs = perStretch * grid.stepMs;
  const flat = levels.slice();
  const rest = rows.slice();
  for (const { row, size } of steps) {
    for (let j = Math.ceil(row / perStretch); j < flat.length; j++) {
      flat[j] -= size;
    }
    for (let i = row; i < rest.length; i++) {
      rest[i] -= size;
    }
  }
  for (const { from, to } of blocks) {
    flat.fill(NaN, from / perStretch, Math.ceil(to / perStretch));
  }
  const trend = runningMedian(flat, Math.round(TREND_REACH_MS / stretchMs), rowsOf(TREND_EVERY_MS, stretchMs));
  for (let j = 0; j < trend.length; j++) {
    for (let i = j * perStretch; i < Math.min((j + 1) * perStretch, rest.length); i++) {
      rest[i] -= trend[j];
    }
  }
  return rest;
}
