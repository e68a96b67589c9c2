import { chooseSeasonalities, shapeOf } from '../features/chooseSeasonalities.js';
import { civilTimes } from '../features/civilClock.js';
import { holidayColumns } from '../features/holidayColumns.js';
import { fitRegressor } from '../features/regressor.js';
import { coefficientCount, termsAt, type Features, type Term, type TermRows } from '../features/terms.js';
import { cleanHistory, type CleanHistory } from '../history/cleanHistory.js';
import { regressorColumn, type RowChoice } from '../history/extraColumns.js';
import type { History } from '../history/history.js';
import { asRegular } from '../history/regularRows.js';
import type { FitOutput } from '../kernel/fitOutput.js';
import type { Kernel } from '../kernel/kernel.js';
import type { ResolvedOptions } from '../options/prophetOptions.js';
import { placeChangepoints } from './changepoints.js';
import { completeModel, constantFit, scaledChangepoints, type Fitted, type ModelParts } from './completeModel.js';
import { fitRegular } from './fitGridModel.js';
import { isGridProblem } from './gridProblem.js';
import { initialTrend } from './initialTrend.js';
import type { Model, ModelScaling } from './model.js';
import { chooseScaling, scaleSaturating } from './scaling.js';

/** Fits rows at any times. */
export function fitRowsModel(kernel: Kernel, given: History, options: ResolvedOptions): Model {
  const history = cleanHistory(given);
  const { time, order, nGiven, extra } = history;
  const n = time.length;
  const rows: TermRows = { time, civil: civilTimes(time, options.timeZone), count: n, order, nGiven, extra };
  const { active, inactive } = chooseSeasonalities(shapeOf(time), options);
  const features: Features = {
    seasonalities: active,
    holidays: holidayColumns(options.holidays),
    regressors: options.regressors.map((one) => fitRegressor(one, regressorColumn(one.name, extra.regressors, rows))),
  };
  const scaled = scaleRows(history, rows, options);
  const changepoints = placeChangepoints({ count: n, timeAt: (row) => time[row] }, options);
  const tChange = scaledChangepoints(changepoints, scaled.scaling);
  const parts: ModelParts = {
    options,
    scaling: scaled.scaling,
    features,
    inactive,
    tChange,
    history: { start: time[0], end: time[n - 1], count: n },
  };
  return completeModel(parts, fitParts(kernel, history, rows, scaled, parts));
}

/** y and cap in the units in which the kernel takes them. */
interface ScaledRows {
  readonly scaling: ModelScaling;
  readonly y: Float64Array;
  readonly yScale: number;
  readonly floor: number;
  readonly cap: Float64Array | null;
}

/** The kernel scales y itself, which keeps digits; with logistic growth every row may have a floor of its own. */
function scaleRows(history: CleanHistory, rows: RowChoice, options: ResolvedOptions): ScaledRows {
  const { time, y, yMin, yMax, extra } = history;
  const span = { start: time[0], end: time[time.length - 1], yMin, yMax };
  if (options.growth === 'logistic') {
    return { ...scaleSaturating(span, y, extra, rows, options), yScale: 1, floor: 0 };
  }
  const scaling = chooseScaling(span, options);
  return { scaling, y, yScale: scaling.yScale, floor: scaling.yMin, cap: null };
}

function fitParts(
  kernel: Kernel,
  history: CleanHistory,
  rows: TermRows,
  scaled: ScaledRows,
  parts: ModelParts,
): Fitted {
  const { options, features, tChange } = parts;
  const terms = termsAt(features, options, rows);
  if (history.yMin === history.yMax && options.growth !== 'logistic') {
    const nBeta = terms.reduce((sum, term) => sum + coefficientCount(term), 0);
    return constantFit(rows.count, (history.yMin - scaled.floor) / scaled.yScale, nBeta, tChange.length);
  }
  const grid = isGridProblem(options, terms, history.time) ? asRegular(history.time, history.y) : null;
  const regular = grid && fitRegular(kernel, grid, options, features.seasonalities, tChange).fit;
  if (regular !== null) {
    return regular;
  }
  const touched = terms.filter(isTouched);
  const fitted = kernel.fitRows({
    time: history.time,
    clock: rows.civil,
    y: scaled.y,
    timeScaleMs: scaled.scaling.timeScaleMs,
    yScale: scaled.yScale,
    floor: scaled.floor,
    cap: scaled.cap,
    growth: options.growth,
    terms: touched,
    changepoints: options.growth === 'flat' ? [] : tChange,
    changepointPriorScale: options.changepointPriorScale,
    start: startOf(history, scaled, parts, touched),
  });
  return restoreUntouched(fitted, terms);
}

/** A holiday that no row of the history falls on has the coefficient 0, and no place in the problem. */
function isTouched({ periodMs, column }: Term): boolean {
  return periodMs > 0 || column !== null;
}

function restoreUntouched(fitted: FitOutput, terms: readonly Term[]): FitOutput {
  const beta: number[] = [];
  let at = 0;
  for (const term of terms) {
    const n = coefficientCount(term);
    beta.push(...(isTouched(term) ? fitted.params.beta.slice(at, at + n) : [0]));
    at += isTouched(term) ? n : 0;
  }
  return { ...fitted, params: { ...fitted.params, beta } };
}

/** Only problems that bend start anywhere. */
function startOf(
  { time }: CleanHistory,
  { y, cap, yScale, floor }: ScaledRows,
  { options, scaling }: ModelParts,
  terms: readonly Term[],
) {
  if (options.growth !== 'logistic' && terms.every(({ mode }) => mode === 'additive')) {
    return { k: 0, m: 0 };
  }
  const t = time.map((at) => (at - scaling.timeStart) / scaling.timeScaleMs);
  return initialTrend(options.growth, { t, y: y.map((value) => (value - floor) / yScale), cap: cap ?? undefined });
}
