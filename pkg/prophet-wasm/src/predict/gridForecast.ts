import { civilClock } from '../features/civilClock.js';
import { isGridProblem, stepTerm, waveTerm } from '../fit/gridProblem.js';
import type { Model } from '../fit/model.js';
import type { RegularHistory } from '../history/history.js';
import { selectColumns } from '../history/selectRows.js';
import type { Kernel } from '../kernel/kernel.js';
import { keepWithin } from './keepWithin.js';
import { predictModel } from './predictModel.js';
import { checkVersion } from './rowsOfModel.js';

/** The point forecast at the rows of a regular history from `from` to before `to`, as `predict` gives it, to rounding. */
export function gridForecast(
  kernel: Kernel,
  model: Model,
  history: RegularHistory,
  from: number,
  to: number,
): Float64Array {
  checkVersion(model);
  const { stepMs } = history;
  const count = Math.max(to - from, 0);
  const start = history.start + from * stepMs;
  const { options, params, scaling, seasonalities } = model;
  const isStraight = model.recurring === null && isGridProblem(options, seasonalities, [start, start + count * stepMs]);
  if (!isStraight) {
    const rows = Array.from({ length: count }, (_, i) => from + i);
    return predictModel(kernel, model, { ...selectColumns(history, rows), start, stepMs, count }).yhat;
  }
  const yhat = kernel.predictGrid({
    start,
    stepMs,
    count,
    clockStart: civilClock(options.timeZone)(start),
    params,
    scaling,
    terms: [...seasonalities.map(waveTerm), ...options.steps.map((step) => stepTerm(step, { start, stepMs }))],
  });
  keepWithin(model.bounds, [yhat]);
  return yhat;
}
