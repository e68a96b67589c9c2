import { chooseSeasonalities, shapeOf } from '../features/chooseSeasonalities.js';
import { civilTimes } from '../features/civilClock.js';
import { holidayColumns } from '../features/holidayColumns.js';
import { fitRegressor } from '../features/regressor.js';
import { coefficientCount, termsAt, type Features, type Term, type TermRows } from '../features/terms.js';
import { type CleanHistory } from '../history/cleanHistory.js';
import { regressorColumn, type RowChoice } from '../history/extraColumns.js';
import type { FitOutput } from '../kernel/fitOutput.js';
import type { RowsInput } from '../kernel/fitRows.js';
import type { ResolvedOptions } from '../options/prophetOptions.js';
import { boundsHeld } from './boundsHeld.js';
import { placeChangepoints } from './changepoints.js';
import { checkSize } from './checkSize.js';
import { constantFit, scaledChangepoints, type Fitted, type ModelParts } from './completeModel.js';
import { initialTrend } from './initialTrend.js';
import type { ModelScaling } from './model.js';
import { chooseScaling, scaleSaturating } from './scaling.js';

/** A fit of rows at any times. */
export interface RowsProblem {
  readonly history: CleanHistory;
  readonly rows: TermRows;
  readonly scaled: ScaledRows;
  readonly parts: ModelParts;
  readonly terms: readonly Term[];
}

/** y and cap in the units in which the kernel takes them. */
interface ScaledRows {
  readonly scaling: ModelScaling;
  readonly y: Float64Array;
  readonly yScale: number;
  readonly floor: number;
  readonly cap: Float64Array | null;
}

/**
 * A history and options as such a problem.
 * @throws RangeError for a missing or bad input, or an explicit changepoint outside the history.
 */
export function rowsProblem(history: CleanHistory, options: ResolvedOptions): RowsProblem {
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
  const parts: ModelParts = {
    options,
    scaling: scaled.scaling,
    bounds: boundsHeld(options.bounds, history),
    features,
    inactive,
    tChange: scaledChangepoints(changepoints, scaled.scaling),
    history: { start: time[0], end: time[n - 1], count: n },
  };
  const terms = termsAt(features, options, rows);
  checkSize({
    nRows: n,
    terms: terms.filter(isTouched),
    nChangepoints: changepoints.length,
    isCurved: bends({ parts, terms }),
  });
  return { history, rows, scaled, parts, terms };
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

/** Stand-in for the fit where all values are equal; null where there is something to fit. */
export function constantRows({ history, scaled, parts, terms, rows }: RowsProblem): Fitted | null {
  if (history.yMin !== history.yMax || parts.options.growth === 'logistic') {
    return null;
  }
  const nBeta = terms.reduce((sum, term) => sum + coefficientCount(term), 0);
  return constantFit(rows.count, (history.yMin - scaled.floor) / scaled.yScale, nBeta, parts.tChange.length);
}

/** The problem as the kernel takes it, without holidays that no row falls on: their coefficient is 0. */
export function rowsInput(problem: RowsProblem): RowsInput {
  const { history, rows, scaled, parts } = problem;
  const { options, tChange } = parts;
  const terms = problem.terms.filter(isTouched);
  return {
    time: history.time,
    clock: rows.civil,
    y: scaled.y,
    timeScaleMs: scaled.scaling.timeScaleMs,
    yScale: scaled.yScale,
    floor: scaled.floor,
    cap: scaled.cap,
    growth: options.growth,
    terms,
    changepoints: options.growth === 'flat' ? [] : tChange,
    changepointPriorScale: options.changepointPriorScale,
    start: bends(problem) ? startOf(problem) : { k: 0, m: 0 },
  };
}

function isTouched({ periodMs, column }: Term): boolean {
  return periodMs > 0 || column !== null;
}

/** Whether the means bend with the parameters: logistic growth, or multiplicative terms. */
export function bends({ parts, terms }: Pick<RowsProblem, 'parts' | 'terms'>): boolean {
  return parts.options.growth === 'logistic' || terms.some(({ mode }) => mode === 'multiplicative');
}

function startOf({ history, scaled, parts }: RowsProblem) {
  const { y, cap, yScale, floor, scaling } = scaled;
  return initialTrend(parts.options.growth, {
    t: history.time.map((at) => (at - scaling.timeStart) / scaling.timeScaleMs),
    y: y.map((value) => (value - floor) / yScale),
    cap: cap ?? undefined,
  });
}

/** The kernel's fit with the coefficients of holidays that no row falls on. */
export function restoreUntouched(fit: FitOutput, terms: readonly Term[]): FitOutput {
  const beta: number[] = [];
  let at = 0;
  for (const term of terms) {
    const n = coefficientCount(term);
    beta.push(...(isTouched(term) ? fit.params.beta.slice(at, at + n) : [0]));
    at += isTouched(term) ? n : 0;
  }
  return { ...fit, params: { ...fit.params, beta } };
}
