import { cleanHistory } from '../history/cleanHistory.js';
import type { History } from '../history/history.js';
import { asRegular } from '../history/regularRows.js';
import type { FitOutput } from '../kernel/fitOutput.js';
import type { Kernel } from '../kernel/kernel.js';
import type { ResolvedOptions } from '../options/prophetOptions.js';
import { completeModel } from './completeModel.js';
import { gridInput, isGridProblem } from './gridProblem.js';
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
export function fitRegularRows(kernel: Kernel, { history, parts }: RowsProblem): FitOutput | null {
  const { options, features, inactive, tChange } = parts;
  const { seasonalities } = features;
  if (!isGridProblem(options, seasonalities, history.time)) {
    return null;
  }
  const rows = asRegular(history.time, history.y);
  return rows && kernel.fitGrid(gridInput({ rows, options, seasonalities, inactive, tChange })).fit;
}
