import { chooseSeasonalities } from '../features/chooseSeasonalities.js';
import { civilClock } from '../features/civilClock.js';
import type { Seasonality } from '../features/seasonality.js';
import { checkCount, checkSizes, checkSpan, parseRegular } from '../history/cleanHistory.js';
import type { RegularHistory } from '../history/history.js';
import type { RegularRows } from '../history/regularRows.js';
import type { GridOutput } from '../kernel/fitGrid.js';
import type { Kernel } from '../kernel/kernel.js';
import type { ResolvedOptions } from '../options/prophetOptions.js';
import { placeChangepoints } from './changepoints.js';
import { completeModel, constantFit, scaledChangepoints, type Fitted } from './completeModel.js';
import { keepsPace } from './gridProblem.js';
import type { Model } from './model.js';
import { chooseScaling } from './scaling.js';

/**
 * Fits a complete regular series without a look at its rows on this side of the border: null for one with gaps, or for a
 * model that needs the rows, which `fitRowsModel` then fits.
 */
export function fitGridModel(kernel: Kernel, given: RegularHistory, options: ResolvedOptions): Model | null {
  const rows = trimmed(parseRegular(given));
  const { start, stepMs, count } = rows;
  checkCount(count);
  const end = start + (count - 1) * stepMs;
  checkSpan(start, end);
  if (!isPlain(options) || !keepsPace([start, end], options.timeZone)) {
    return null;
  }
  const { active, inactive } = chooseSeasonalities({ spanMs: end - start, smallestStepMs: () => stepMs }, options);
  if (!active.every(isPlainWave)) {
    return null;
  }
  const changepoints = placeChangepoints({ count, timeAt: (row) => start + row * stepMs }, options);
  const tChange = scaledChangepoints(changepoints, { timeStart: start, timeScaleMs: end - start });
  const output = fitRegular(kernel, rows, options, active, tChange);
  if (output.status === 'miscounted') {
    return null;
  }
  checkSizes(output, rows.y);
  const scaling = chooseScaling({ start, end, yMin: output.yMin, yMax: output.yMax }, options);
  const parts = {
    options,
    scaling,
    features: { seasonalities: active, holidays: [], regressors: [] },
    inactive,
    tChange,
    history: { start, end, count },
  };
  return completeModel(parts, output.fit ?? constantGrid(output, parts));
}

/** The rows between the first and the last with a value. */
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

/** Options that leave nothing but Fourier terms and a straight trend. */
function isPlain({ growth, holidays, regressors }: ResolvedOptions): boolean {
  return growth !== 'logistic' && holidays.length === 0 && regressors.length === 0;
}

function isPlainWave({ mode, conditionName }: Seasonality): boolean {
  return mode === 'additive' && conditionName === null;
}

function constantGrid(
  { yMin }: GridOutput,
  {
    scaling,
    features,
    tChange,
    history,
  }: Pick<Model, 'scaling' | 'history'> & {
    readonly features: { readonly seasonalities: readonly Seasonality[] };
    readonly tChange: readonly number[];
  },
): Fitted {
  const nBeta = features.seasonalities.reduce((sum, { fourierOrder }) => sum + 2 * fourierOrder, 0);
  return constantFit(history.count, (yMin - scaling.yMin) / scaling.yScale, nBeta, tChange.length);
}

/** Fits a regular series whose first and last value are there. */
export function fitRegular(
  kernel: Kernel,
  { start, stepMs, y, count }: RegularRows,
  options: ResolvedOptions,
  seasonalities: readonly Seasonality[],
  tChange: readonly number[],
): GridOutput {
  return kernel.fitGrid({
    y,
    count,
    stepMs,
    clockStart: civilClock(options.timeZone)(start),
    scaling: options.scaling,
    growth: options.growth,
    terms: seasonalities.map((seasonality) => ({ ...seasonality, column: null })),
    changepoints: options.growth === 'flat' ? [] : tChange,
    changepointPriorScale: options.changepointPriorScale,
  });
}
