import { chooseSeasonalities } from '../features/chooseSeasonalities.js';
import { civilClock } from '../features/civilClock.js';
import { keepsPace } from '../features/keepsPace.js';
import type { InactiveSeasonality, Seasonality } from '../features/seasonality.js';
import { checkCount, checkSpan } from '../history/cleanHistory.js';
import { presentRow } from '../history/gridRows.js';
import type { RegularRows } from '../history/regularRows.js';
import type { GridInput, GridSums } from '../kernel/fitGrid.js';
import type { KernelTerm } from '../kernel/term.js';
import type { ResolvedOptions } from '../options/prophetOptions.js';
import { placeChangepoints } from './changepoints.js';
import { completeModel, constantFit, scaledChangepoints, type Fitted } from './completeModel.js';
import { gridSteps, type GridStep, type StepRows } from './gridSteps.js';
import type { Model } from './model.js';
import { chooseScaling } from './scaling.js';

/** A fit for which the shape of a regular series is enough: additive waves on a steady clock, steps, and a straight trend. */
export interface GridProblem {
  readonly rows: RegularRows;
  readonly options: ResolvedOptions;
  readonly seasonalities: readonly Seasonality[];
  readonly inactive: readonly InactiveSeasonality[];
  readonly steps: readonly GridStep[];
  /** Changepoints in scaled time. */
  readonly tChange: readonly number[];
}

/**
 * A regular series and options as such a problem; null where they need the rows.
 * @throws RangeError for a history that cannot be fitted.
 */
export function gridProblem(rows: RegularRows, options: ResolvedOptions, stepRowOf: StepRows): GridProblem | null {
  const { start, stepMs, y, count } = rows;
  checkCount(count);
  const end = start + (y.length - 1) * stepMs;
  checkSpan(start, end);
  const steps = options.holidays.length > 0 ? null : gridSteps(options, stepRowOf);
  if (steps === null) {
    return null;
  }
  const { active, inactive } = chooseSeasonalities({ spanMs: end - start, smallestStepMs: () => stepMs }, options);
  if (!isGridProblem(options, active, [start, end])) {
    return null;
  }
  const changepoints = placeChangepoints({ count, timeAt: (i) => start + presentRow(rows, i) * stepMs }, options);
  const tChange = scaledChangepoints(changepoints, { timeStart: start, timeScaleMs: end - start });
  return { rows, options, seasonalities: active, inactive, steps, tChange };
}

/** Whether a model has nothing but additive waves on a clock that never jumps within the times (ascending), and a straight trend. */
export function isGridProblem(
  { growth, timeZone }: ResolvedOptions,
  seasonalities: readonly Seasonality[],
  time: ArrayLike<number>,
): boolean {
  return (
    growth !== 'logistic' &&
    seasonalities.every(({ mode, conditionName }) => mode === 'additive' && conditionName === null) &&
    keepsPace(time, timeZone)
  );
}

/** The problem as the kernel takes it. */
export function gridInput({ rows, options, seasonalities, steps, tChange }: GridProblem): GridInput {
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
    terms: [...seasonalities.map(waveTerm), ...steps.map((step) => stepTerm(step, lead))],
    changepoints: options.growth === 'flat' ? [] : tChange,
    changepointPriorScale: options.changepointPriorScale,
  };
}

/** A seasonality that holds everywhere. */
export function waveTerm(seasonality: Seasonality): KernelTerm {
  return { ...seasonality, column: null };
}

/** A step by its row, counted from the row `first`. */
export function stepTerm({ regressor, row }: GridStep, first: number): KernelTerm {
  const { priorScale, mode } = regressor;
  return { periodMs: 0, fourierOrder: 0, priorScale, mode, column: null, stepRow: Math.max(row - first, 0) };
}

/** The model of a problem and its fit; a constant one where there is none. */
export function gridModel(
  { rows, options, seasonalities, inactive, steps, tChange }: GridProblem,
  { yMin, yMax }: Pick<GridSums, 'yMin' | 'yMax'>,
  fit: Fitted | null,
): Model {
  const { start, stepMs, y, count } = rows;
  const end = start + (y.length - 1) * stepMs;
  const scaling = chooseScaling({ start, end, yMin, yMax }, options);
  const parts = {
    options,
    scaling,
    features: { seasonalities, holidays: [], regressors: steps.map(({ regressor }) => regressor) },
    inactive,
    tChange,
    history: { start, end, count },
  };
  if (fit !== null) {
    return completeModel(parts, fit);
  }
  const nBeta = seasonalities.reduce((sum, { fourierOrder }) => sum + 2 * fourierOrder, 0) + steps.length;
  return completeModel(parts, constantFit(count, (yMin - scaling.yMin) / scaling.yScale, nBeta, tChange.length));
}
