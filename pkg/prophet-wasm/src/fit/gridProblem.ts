import { chooseSeasonalities } from '../features/chooseSeasonalities.js';
import { civilClock } from '../features/civilClock.js';
import { keepsPace } from '../features/keepsPace.js';
import type { InactiveSeasonality, Seasonality } from '../features/seasonality.js';
import { checkCount, checkSpan } from '../history/cleanHistory.js';
import { presentRow } from '../history/gridRows.js';
import type { RegularRows } from '../history/regularRows.js';
import type { GridInput, GridSums } from '../kernel/fitGrid.js';
import type { KernelTerm } from '../kernel/term.js';
import type { ResolvedOptions, Step } from '../options/prophetOptions.js';
import { boundsHeld } from './boundsHeld.js';
import { placeChangepoints } from './changepoints.js';
import { checkSize } from './checkSize.js';
import { completeModel, constantFit, scaledChangepoints, type Fitted } from './completeModel.js';
import type { Model } from './model.js';
import { chooseScaling } from './scaling.js';

/** A fit for which the shape of a regular series is enough: additive waves on a steady clock, steps, and a straight trend. */
export interface GridProblem {
  readonly rows: RegularRows;
  readonly options: ResolvedOptions;
  readonly seasonalities: readonly Seasonality[];
  readonly inactive: readonly InactiveSeasonality[];
  /** Changepoints in scaled time. */
  readonly tChange: readonly number[];
}

/**
 * A regular series and options as such a problem; null where they need the rows.
 * @throws RangeError for a history that cannot be fitted.
 */
export function gridProblem(rows: RegularRows, options: ResolvedOptions): GridProblem | null {
  const { start, stepMs, y, count } = rows;
  checkCount(count);
  const end = start + (y.length - 1) * stepMs;
  checkSpan(start, end);
  const { active, inactive } = chooseSeasonalities({ spanMs: end - start, smallestStepMs: () => stepMs }, options);
  if (!isGridProblem(options, active, [start, end])) {
    return null;
  }
  const changepoints = placeChangepoints({ count, timeAt: (i) => start + presentRow(rows, i) * stepMs }, options);
  const tChange = scaledChangepoints(changepoints, { timeStart: start, timeScaleMs: end - start });
  checkSize({ nRows: count, terms: active, nChangepoints: tChange.length, isCurved: false });
  return { rows, options, seasonalities: active, inactive, tChange };
}

/**
 * Whether a model has nothing but a straight trend, steps, and additive waves on a clock that never jumps within the times
 * (ascending).
 */
export function isGridProblem(
  { growth, holidays, regressors, timeZone }: ResolvedOptions,
  seasonalities: readonly Seasonality[],
  time: ArrayLike<number>,
): boolean {
  return (
    growth !== 'logistic' &&
    holidays.length + regressors.length === 0 &&
    seasonalities.every(({ mode, conditionName }) => mode === 'additive' && conditionName === null) &&
    keepsPace(time, timeZone)
  );
}

/** The problem as the kernel takes it. */
export function gridInput({ rows, options, seasonalities, tChange }: GridProblem): GridInput {
  const { start, stepMs, y, count, lead, absent } = rows;
  return {
    y,
    count,
    absent,
    stepMs,
    clockStart: civilClock(options.timeZone)(start) - lead * stepMs,
    lead,
    scaling: options.scaling,
    growth: options.growth,
    terms: [...seasonalities.map(waveTerm), ...options.steps.map((step) => stepTerm(step, rows))],
    changepoints: options.growth === 'flat' ? [] : tChange,
    changepointPriorScale: options.changepointPriorScale,
  };
}

/** A seasonality that holds everywhere. */
export function waveTerm(seasonality: Seasonality): KernelTerm {
  return { ...seasonality, column: null };
}

/** A step by the first row that it holds at, of rows that begin at `start`. */
export function stepTerm(
  { time, priorScale }: Required<Step>,
  { start, stepMs }: Pick<RegularRows, 'start' | 'stepMs'>,
): KernelTerm {
  const row = Math.max(Math.ceil((time - start) / stepMs), 0);
  return { periodMs: 0, fourierOrder: 0, priorScale, mode: 'additive', column: null, stepRow: row };
}

/** The model of a problem and its fit; a constant one where there is none. */
export function gridModel(
  { rows, options, seasonalities, inactive, tChange }: GridProblem,
  { yMin, yMax }: Pick<GridSums, 'yMin' | 'yMax'>,
  fit: Fitted | null,
): Model {
  const { start, stepMs, y, count } = rows;
  const end = start + (y.length - 1) * stepMs;
  const scaling = chooseScaling({ start, end, yMin, yMax }, options);
  const parts = {
    options,
    scaling,
    bounds: boundsHeld(options.bounds, { yMin, yMax }),
    features: { seasonalities, holidays: [], regressors: [] },
    inactive,
    tChange,
    history: { start, end, count },
  };
  if (fit !== null) {
    return completeModel(parts, fit);
  }
  const nWaves = seasonalities.reduce((sum, { fourierOrder }) => sum + fourierOrder, 0);
  const nBeta = 2 * nWaves + options.steps.length;
  return completeModel(parts, constantFit(count, (yMin - scaling.yMin) / scaling.yScale, nBeta, tChange.length));
}
