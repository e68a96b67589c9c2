import { boundsHeld } from '../fit/boundsHeld.js';
import type { ModelBounds } from '../fit/model.js';
import { parseBounds } from '../options/parseBounds.js';
import { keepWithin } from '../predict/keepWithin.js';
import type { Prophet } from '../prophet.js';
import type { AdaptiveWindow, CustomPeriod, ResolvedAdaptive } from './adaptiveOptions.js';
import { analyseLevels, type LevelAnalysis } from './analyseLevels.js';
import { LEAST_STEP_MS } from './findSteps.js';
import { fitOptions } from './fitOptions.js';
import { rowsOf, type Grid } from './grid.js';
import { createGridFits, type GridFit, type GridFits } from './gridFits.js';
import { createKnownCounts, type KnownCounts } from './knownCounts.js';
import { createSlotRows, type SlotRows } from './slotRows.js';

/** A deviation of a thousandth of the largest y is six of the smallest scales: it counts as one spike. */
const LEAST_SCALE = 0.001 / 6;
const SMALLEST_SCALE = 1e-300;

/** What the fits of a window and of its parts have in common, decided once. */
export interface Adaptation {
  readonly grid: Grid;
  readonly settings: ResolvedAdaptive;
  readonly analysis: LevelAnalysis;
  readonly bounds: ModelBounds;
  /** The other period that is fitted. */
  readonly cycle: CustomPeriod | null;
  /** The least standard deviation of noise, in the unit of y. */
  readonly least: number;
  readonly fits: GridFits;
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
  const analysis = analyseLevels(grid, least, period === 'offer' || period === 'add');
  const wanted = typeof period === 'object' ? period : null;
  return {
    grid,
    settings,
    analysis,
    bounds: boundsHeld(parseBounds(settings.model.bounds ?? 'auto'), { yMin, yMax }),
    cycle: period === 'add' ? analysis.period : wanted,
    least,
    fits: createGridFits(prophet, { ...window, start, stepMs }, y),
    rows: createSlotRows(grid),
    known: createKnownCounts(grid, analysis.isBlock),
  };
}

/** The fit of the first rows, with the steps that are old enough by then; samples after a younger one have no part in it. */
export function fitPart(all: Adaptation, count: number, excluded: Uint8Array, isWhole: boolean): GridFit | null {
  const { grid, settings, analysis, cycle, fits } = all;
  const oldest = count - rowsOf(LEAST_STEP_MS, grid.stepMs);
  const isOld = ({ row }: { readonly row: number }) => row <= oldest;
  const stepTimes = analysis.steps.filter(isOld).map(({ row }) => grid.start + row * grid.stepMs);
  const young = analysis.steps.find((step) => !isOld(step));
  const end = young === undefined ? count : Math.min(count, young.row);
  return fits.fit(end, excluded, fitOptions(settings.model, { ageMs: count * grid.stepMs, isWhole, stepTimes, cycle }));
}

/** Its forecast of rows `from` to before `to`, within bounds. */
export function forecastOf({ bounds }: Adaptation, fit: GridFit, from: number, to: number): Float64Array {
  const yhat = fit.yhat(from, to);
  keepWithin(bounds, yhat);
  return yhat;
}
