import { cleanHistory } from '../history/cleanHistory.js';
import type { History } from '../history/history.js';
import { asRegular, type RegularRows } from '../history/regularRows.js';
import type { FitOutput } from '../kernel/fitOutput.js';
import type { Kernel } from '../kernel/kernel.js';
import type { ResolvedOptions } from '../options/prophetOptions.js';
import { completeModel } from './completeModel.js';
import { gridInput, isGridProblem } from './gridProblem.js';
import { gridSteps, stepRow, type StepRows } from './gridSteps.js';
import type { Model } from './model.js';
import { constantRows, restoreUntouched, rowsInput, rowsProblem, type RowsProblem } from './rowsProblem.js';

/** Fits rows at any times. */
export function fitRowsModel(kernel: Kernel, given: History, options: ResolvedOptions): Model {
  const problem = rowsProblem(cleanHistory(given), options);
  const { parts, terms } = problem;
  const fit =
    constantRows(problem) ??
    fitRegularRows(kernel, problem) ??
    restoreUntouched(kernel.fitRows(rowsInput(problem)).fit, terms);
  return completeModel(parts, fit);
}

/** The fit of rows that stand on a grid, by its shape; null where they do not, or the model needs the rows. */
export function fitRegularRows(kernel: Kernel, problem: RowsProblem): FitOutput | null {
  const { history, parts } = problem;
  const { options, features, inactive, tChange } = parts;
  const { seasonalities, holidays } = features;
  if (holidays.length > 0 || !isGridProblem(options, seasonalities, history.time)) {
    return null;
  }
  const rows = asRegular(history.time, history.y);
  const steps = rows && gridSteps(options, stepRowsOf(problem, rows));
  return rows && steps && kernel.fitGrid(gridInput({ rows, options, seasonalities, inactive, steps, tChange })).fit;
}

/** The steps among the columns of rows that stand on a grid: a row that is absent may be on either side. */
function stepRowsOf({ history, terms }: RowsProblem, rows: RegularRows): StepRows {
  return (name) => {
    const column = terms.find(({ kind, component }) => kind === 'regressor' && component === name)?.column ?? null;
    const row = column && stepRow(column);
    if (row === null) {
      return null;
    }
    return row < history.time.length ? Math.round((history.time[row] - rows.start) / rows.stepMs) : rows.y.length;
  };
}
