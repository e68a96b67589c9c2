import { civilClock } from '../features/civilClock.js';
import { keepsPace } from '../features/keepsPace.js';
import { stepTerm, waveTerm } from '../fit/gridProblem.js';
import type { StepRows } from '../fit/gridSteps.js';
import type { Model } from '../fit/model.js';
import type { RegularHistory } from '../history/history.js';
import { selectColumns } from '../history/selectRows.js';
import type { Kernel } from '../kernel/kernel.js';
import type { KernelTerm } from '../kernel/term.js';
import { predictModel } from './predictModel.js';
import { checkVersion } from './rowsOfModel.js';

/** Rows of a regular history. */
export interface GridRange {
  readonly history: RegularHistory;
  readonly stepRowOf: StepRows;
  readonly from: number;
  readonly to: number;
}

/** The point forecast at rows of a regular history, as `predict` gives it, to rounding. */
export function gridForecast(kernel: Kernel, model: Model, { history, stepRowOf, from, to }: GridRange): Float64Array {
  checkVersion(model);
  const { stepMs } = history;
  const start = history.start + from * stepMs;
  const count = to - from;
  const terms = gridTerms(model, stepRowOf, from);
  if (terms === null || !keepsPace([start, start + count * stepMs], model.options.timeZone)) {
    const rows = Array.from({ length: count }, (_, i) => from + i);
    return predictModel(kernel, model, { ...selectColumns(history, rows), start, stepMs, count }).yhat;
  }
  const { params, scaling } = model;
  const clockStart = civilClock(model.options.timeZone)(start);
  return kernel.predictGrid({ start, stepMs, count, clockStart, params, scaling, terms });
}

/** The terms of a model that needs no columns; null for another one. */
function gridTerms({ options, seasonalities, holidays, regressors }: Model, stepRowOf: StepRows, from: number) {
  const isStraight =
    options.growth !== 'logistic' &&
    holidays.length === 0 &&
    seasonalities.every(({ mode, conditionName }) => mode === 'additive' && conditionName === null);
  const terms: KernelTerm[] = isStraight ? seasonalities.map(waveTerm) : [];
  for (const regressor of regressors) {
    const { mode, mean, deviation, name } = regressor;
    const row = mode === 'additive' && mean === 0 && deviation === 1 ? stepRowOf(name) : null;
    if (row === null) {
      return null;
    }
    terms.push(stepTerm({ regressor, row }, from));
  }
  return isStraight ? terms : null;
}
