import { boundsHeld } from '../fit/boundsHeld.js';
import type { Model, ModelBounds } from '../fit/model.js';
import { parseBounds } from '../options/parseBounds.js';
import { keepWithin } from '../predict/keepWithin.js';
import type { Prophet } from '../prophet.js';
import type { AdaptiveWindow, CustomPeriod, ResolvedAdaptive } from './adaptiveOptions.js';
import { analyzeLevels, type LevelAnalysis } from './analyzeLevels.js';
import { LEAST_STEP_MS } from './findSteps.js';
import { fitOptions } from './fitOptions.js';
import { DAY_MS, rowsOf, type Grid } from './grid.js';
import { createGridFits, type GridFits } from './gridFits.js';
import { createKnownCounts, type KnownCounts } from './knownCounts.js';
import { markHolidays } from './markHolidays.js';
import { createSlotRows, type SlotRows } from './slotRows.js';

/** A deviation of a thousandth of the largest y is six of the smallest scales: it counts as one spike. */
const LEAST_SCALE = 0.001 / 6;
const SMALLEST_SCALE = 1e-300;
/** A step of the last day may still turn out to be an incident. */
const SETTLED_MS = DAY_MS;

/** Decisions that the fits of a window and of its parts share, made once. */
export interface Adaptation {
  readonly grid: Grid;
  readonly settings: ResolvedAdaptive;
  readonly analysis: LevelAnalysis;
  /** 1 for rows that are never excluded for being unlike others. */
  readonly isHoliday: Uint8Array;
  readonly bounds: ModelBounds;
  /** The other period that is fitted. */
  readonly cycle: CustomPeriod | null;
  /** The least standard deviation of noise, in the unit of y. */
  readonly least: number;
  /** Fits without the rows that are 1 here. */
  readonly fitsWithout: (excluded: Uint8Array) => GridFits;
  readonly rows: SlotRows;
  readonly known: KnownCounts;
}

/** Looks at a window before anything is fitted to it. */
export function createAdaptation(
  prophet: Prophet,
  window: AdaptiveWindow,
  grid: Grid,
  settings: ResolvedAdaptive,
): Adaptation {
  const { y, start, stepMs } = grid;
  let [yMin, yMax] = [Infinity, -Infinity];
  for (let i = 0; i < y.length; i++) {
    yMin = y[i] < yMin ? y[i] : yMin;
    yMax = y[i] > yMax ? y[i] : yMax;
  }
  const least = Math.max(LEAST_SCALE * Math.max(Math.abs(yMin), Math.abs(yMax)), SMALLEST_SCALE);
  const { period } = settings;
  const isHoliday = markHolidays(grid, settings.holidays);
  const analysis = analyzeLevels(grid, least, { isPeriodWanted: period === 'offer' || period === 'add', isHoliday });
  const wanted = typeof period === 'object' ? period : null;
  const prepared = prophet.prepare({ ...window, start, stepMs, y });
  return {
    grid,
    settings,
    analysis,
    isHoliday,
    bounds: boundsHeld(parseBounds(settings.model.bounds ?? 'auto'), { yMin, yMax }),
    cycle: period === 'add' ? analysis.period : wanted,
    least,
    fitsWithout: (excluded) => createGridFits(prepared, y, excluded),
    rows: createSlotRows(grid),
    known: createKnownCounts(grid, analysis.isBlock),
  };
}

/** The fit of the rows before `end`, with the steps that are old enough by then; rows after a younger one have no part in it. */
export function fitUntil(all: Adaptation, fits: GridFits, end: number): Model | null {
  const { grid, settings, analysis, cycle } = all;
  const isWhole = end === grid.y.length;
  const oldest = end - rowsOf(LEAST_STEP_MS, grid.stepMs);
  const settled = end - rowsOf(SETTLED_MS, grid.stepMs);
  const steps = analysis.steps
    .filter(({ row }) => row <= oldest)
    .map(({ row }) => ({ time: grid.start + row * grid.stepMs, isSettled: row <= settled }));
  const young = analysis.steps.find(({ row }) => row > oldest);
  const last = young === undefined ? end : Math.min(end, young.row);
  return fits.until(last, fitOptions(settings.model, { ageMs: end * grid.stepMs, isWhole, steps, cycle }));
}

/** Its forecast of rows `from` to before `to`, within bounds. */
export function forecastOf(
  { bounds }: Adaptation,
  fits: GridFits,
  model: Model,
  from: number,
  to: number,
): Float64Array {
  const yhat = fits.yhat(model, from, to);
  keepWithin(bounds, [yhat]);
  return yhat;
}
