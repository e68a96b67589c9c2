import { chooseSeasonalities } from '../features/chooseSeasonalities.js';
import { civilClock } from '../features/civilClock.js';
import { keepsPace } from '../features/keepsPace.js';
import type { InactiveSeasonality, Seasonality } from '../features/seasonality.js';
import { checkCount, checkSpan, parseRegular } from '../history/cleanHistory.js';
import type { RegularHistory } from '../history/history.js';
import type { RegularRows } from '../history/regularRows.js';
import type { GridInput, GridSums } from '../kernel/fitGrid.js';
import type { ResolvedOptions } from '../options/prophetOptions.js';
import { placeChangepoints } from './changepoints.js';
import { checkSize } from './checkSize.js';
import { completeModel, constantFit, scaledChangepoints, type Fitted } from './completeModel.js';
import type { Model } from './model.js';
import { chooseScaling } from './scaling.js';

/** A fit for which the shape of a regular series is enough: additive waves on a steady clock, and a straight trend. */
export interface GridProblem {
  readonly rows: RegularRows;
  readonly options: ResolvedOptions;
  readonly seasonalities: readonly Seasonality[];
  readonly inactive: readonly InactiveSeasonality[];
  /** Changepoints in scaled time. */
  readonly tChange: readonly number[];
}

/**
 * A complete regular series and options as such a problem; null where they need the rows.
 * @throws RangeError for a history that cannot be fitted.
 */
export function gridProblem(given: RegularHistory, options: ResolvedOptions): GridProblem | null {
  const rows = trimmed(parseRegular(given));
  const { start, stepMs, count } = rows;
  checkCount(count);
  const end = start + (count - 1) * stepMs;
  checkSpan(start, end);
  if (options.holidays.length > 0 || options.regressors.length > 0) {
    return null;
  }
  const { active, inactive } = chooseSeasonalities({ spanMs: end - start, smallestStepMs: () => stepMs }, options);
  if (!isGridProblem(options, active, [start, end])) {
    return null;
  }
  const changepoints = placeChangepoints({ count, timeAt: (row) => start + row * stepMs }, options);
  const tChange = scaledChangepoints(changepoints, { timeStart: start, timeScaleMs: end - start });
  checkSize({ nRows: count, terms: active, nChangepoints: tChange.length, isCurved: false });
  return { rows, options, seasonalities: active, inactive, tChange };
}

/** The rows between the first and the last with a value, as if there were no gap between them. */
function trimmed({ start, stepMs, y }: RegularHistory): RegularRows {
  const column = y instanceof Float64Array ? y : Float64Array.from(y);
  let first = 0;
  let last = column.length - 1;
  while (first < last && Number.isNaN(column[first])) {
    first++;
  }
  while (last > first && Number.isNaN(column[last])) {
    last--;
  }
  const rows = column.subarray(first, last + 1);
  return { start: start + first * stepMs, stepMs, y: rows, count: rows.length };
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
export function gridInput({ rows, options, seasonalities, tChange }: GridProblem): GridInput {
  return {
    y: rows.y,
    count: rows.count,
    stepMs: rows.stepMs,
    clockStart: civilClock(options.timeZone)(rows.start),
    scaling: options.scaling,
    growth: options.growth,
    terms: seasonalities.map((seasonality) => ({ ...seasonality, column: null })),
    changepoints: options.growth === 'flat' ? [] : tChange,
    changepointPriorScale: options.changepointPriorScale,
  };
}

/** The model of a problem and its fit; a constant one where there is none. */
export function gridModel(
  { rows, options, seasonalities, inactive, tChange }: GridProblem,
  { yMin, yMax }: GridSums,
  fit: Fitted | null,
): Model {
  const { start, stepMs, y, count } = rows;
  const end = start + (y.length - 1) * stepMs;
  const scaling = chooseScaling({ start, end, yMin, yMax }, options);
  const parts = {
    options,
    scaling,
    features: { seasonalities, holidays: [], regressors: [] },
    inactive,
    tChange,
    history: { start, end, count },
  };
  if (fit !== null) {
    return completeModel(parts, fit);
  }
  const nBeta = seasonalities.reduce((sum, { fourierOrder }) => sum + 2 * fourierOrder, 0);
  return completeModel(parts, constantFit(count, (yMin - scaling.yMin) / scaling.yScale, nBeta, tChange.length));
}
