import { cleanHistory, type CleanHistory } from '../history/cleanHistory.js';
import type { History } from '../history/history.js';
import { asRegular } from '../history/regularRows.js';
import type { FitOutput } from '../kernel/fitOutput.js';
import type { Kernel } from '../kernel/kernel.js';
import type { ResolvedOptions } from '../options/prophetOptions.js';
import { completeModel, type ModelParts } from './completeModel.js';
import { gridInput, isGridProblem } from './gridProblem.js';
import type { Model } from './model.js';
import { constantRows, restoreUntouched, rowsInput, rowsProblem } from './rowsProblem.js';

/** Fits rows at any times. */
export function fitRowsModel(kernel: Kernel, given: History, options: ResolvedOptions): Model {
  const problem = rowsProblem(cleanHistory(given), options);
  const { history, parts, terms } = problem;
  const fit =
    constantRows(problem) ??
    fitRegularRows(kernel, history, parts) ??
    restoreUntouched(kernel.fitRows(rowsInput(problem)).fit, terms);
  return completeModel(parts, fit);
}

/** The fit of rows that stand on a grid, by its shape; null where they do not, or the model needs the rows. */
export function fitRegularRows(kernel: Kernel, { time, y }: CleanHistory, parts: ModelParts): FitOutput | null {
  const { options, features, inactive, tChange } = parts;
  const { seasonalities, holidays, regressors } = features;
  if (holidays.length + regressors.length + options.steps.length > 0 || !isGridProblem(options, seasonalities, time)) {
    return null;
  }
  const rows = asRegular(time, y);
  return rows && kernel.fitGrid(gridInput({ rows, options, seasonalities, inactive, tChange })).fit;
}
