import { copyFinite } from '../order/finiteValues.js';
import { createLatestMedian, type LatestMedian } from '../order/latestMedian.js';
import { medianOf } from '../order/quantile.js';
import { DAY_MS, HOUR_MS, rowsOf, type Grid } from './grid.js';
import type { Shapeless } from './robustStart.js';
import { runningMedian } from './runningMedian.js';

/** The level is away from where it was beyond so many noise deviations, and back within so many. */
const AWAY_FROM = 6;
const BACK_WITHIN = 3;
/** A change that began less abruptly than so many noise deviations, or this share of what it came to in a day, is a drift. */
const ABRUPT_FROM = 3;
const ABRUPT_SHARE = 0.5;
/** Levels are looked at in medians of about this length, and the level is that of the last day that was not away. */
const SMOOTH_MS = 3 * HOUR_MS;
const LEVEL_MS = DAY_MS;
/** A level that is back after so long was a block; one that is not, a step, if the end of the series is at least so far. */
const LONGEST_BLOCK_MS = 3 * DAY_MS;
export const LEAST_STEP_MS = 6 * HOUR_MS;
const MOST_STEPS = 5;

/** A part of a series: rows `from` to before `to`. */
export interface RowRange {
  readonly from: number;
  readonly to: number;
}

/** A lasting change of level. */
export interface FoundStep {
  /** The first row of the new level. */
  readonly row: number;
  /** How much higher it is, in the unit of y. */
  readonly size: number;
}

/** Changes of the level of a series. */
export interface LevelChanges {
  /** The largest, at most five, ascending by row. */
  readonly steps: readonly FoundStep[];
  /** Stretches in which the level was away and came back. */
  readonly blocks: readonly RowRange[];
  /** Stretches in which it went away too slowly for a step. */
  readonly drifts: readonly RowRange[];
}

/** Where the level stands, stretch by stretch. */
interface Walk {
  readonly smooth: Float64Array;
  readonly level: LatestMedian;
  readonly noise: number;
  /** Stretches that durations take. */
  readonly nLevel: number;
  readonly nLeast: number;
  readonly nBlock: number;
  readonly scratch: Float64Array;
}

/**
 * Follows the running median of a series without shapes: where it is away from its level and comes back within three days
 * is a block, where it stays away is a step.
 * @param noise Standard deviation of the noise, in the unit of y.
 */
export function findSteps(shapeless: Shapeless, grid: Grid, noise: number): LevelChanges {
  const { levels, perStretch } = shapeless;
  const walk = createWalk(levels, perStretch * grid.stepMs, noise);
  const { smooth, level, nLevel } = walk;
  const steps: FoundStep[] = [];
  const blocks: RowRange[] = [];
  const drifts: RowRange[] = [];
  const rowAt = (j: number) => Math.min(j * perStretch, grid.y.length);
  refill(walk, 0, nLevel);
  for (let j = nLevel; j < smooth.length; j++) {
    if (Number.isNaN(smooth[j])) {
      continue;
    }
    const reference = level.median();
    if (Math.abs(smooth[j] - reference) <= AWAY_FROM * noise) {
      level.push(smooth[j]);
      continue;
    }
    const back = findBack(walk, j, reference);
    if (!isLasting(walk, j, back)) {
      blocks.push({ from: rowAt(j), to: rowAt(back) });
      j = back - 1;
      continue;
    }
    const size = near(walk, j + 1, j + 1 + nLevel) - reference;
    if (isAbrupt(walk, j, size)) {
      steps.push({ row: findRow(shapeless.rows, rowAt(j), rowsOf(HOUR_MS, grid.stepMs), walk.scratch), size });
      refill(walk, j + 1, Math.min(back, j + 1 + nLevel));
      j += nLevel;
    } else {
      level.push(smooth[j]);
      extend(drifts, rowAt(j), rowAt(j + 1));
    }
  }
  return { steps: largest(steps), blocks, drifts };
}

function createWalk(levels: Float64Array, stretchMs: number, noise: number): Walk {
  const count = (durationMs: number) => rowsOf(durationMs, stretchMs);
  const nLevel = count(LEVEL_MS);
  return {
    smooth: runningMedian(levels, count(SMOOTH_MS) >> 1),
    level: createLatestMedian(nLevel),
    noise,
    nLevel,
    nLeast: count(LEAST_STEP_MS),
    nBlock: count(LONGEST_BLOCK_MS),
    scratch: new Float64Array(Math.max(nLevel, 64)),
  };
}

function refill({ smooth, level }: Walk, from: number, to: number): void {
  level.clear();
  for (let j = from; j < Math.min(to, smooth.length); j++) {
    if (!Number.isNaN(smooth[j])) {
      level.push(smooth[j]);
    }
  }
}

/** The first stretch that is near the level again, or the end. */
function findBack({ smooth, noise }: Walk, away: number, level: number): number {
  let j = away + 1;
  while (j < smooth.length && !(Math.abs(smooth[j] - level) < BACK_WITHIN * noise)) {
    j++;
  }
  return j;
}

function isLasting({ smooth, nLeast, nBlock }: Walk, away: number, back: number): boolean {
  return back === smooth.length ? back - away >= nLeast : back - away > nBlock;
}

/** Whether the hours before and after differ by more than a drift's would. */
function isAbrupt(walk: Walk, j: number, size: number): boolean {
  const { nLeast, noise } = walk;
  const change = near(walk, j + 1, j + 1 + nLeast) - near(walk, j - 1 - nLeast, j - 1);
  return Math.abs(change) > Math.max(ABRUPT_FROM * noise, ABRUPT_SHARE * Math.abs(size));
}

function near({ smooth, scratch }: Walk, from: number, to: number): number {
  return medianOf(scratch, copyFinite(smooth, from, to, scratch));
}

/** The row within three hours of one at which the medians of the hour before and of the hour after differ most. */
function findRow(rows: Float64Array, about: number, hour: number, scratch: Float64Array): number {
  const values = scratch.length < hour ? new Float64Array(hour) : scratch;
  const median = (from: number, to: number) => medianOf(values, copyFinite(rows, from, to, values));
  let best = about;
  let most = 0;
  for (let i = Math.max(hour, about - 3 * hour); i <= Math.min(rows.length - hour, about + 3 * hour); i++) {
    const difference = Math.abs(median(i, i + hour) - median(i - hour, i));
    if (difference > most) {
      most = difference;
      best = i;
    }
  }
  return best;
}

/** One range more, or the last one longer where they touch. */
function extend(ranges: RowRange[], from: number, to: number): void {
  const last = ranges.at(-1);
  if (last !== undefined && last.to === from) {
    ranges[ranges.length - 1] = { from: last.from, to };
  } else {
    ranges.push({ from, to });
  }
}

function largest(steps: readonly FoundStep[]): readonly FoundStep[] {
  return [...steps]
    .sort((one, other) => Math.abs(other.size) - Math.abs(one.size))
    .slice(0, MOST_STEPS)
    .sort((one, other) => one.row - other.row);
}
