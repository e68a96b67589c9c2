import { checkSizes, isRegular } from '../history/cleanHistory.js';
import type { History } from '../history/history.js';
import type { Kernel } from '../kernel/kernel.js';
import { parseOptions } from '../options/parseOptions.js';
import type { ProphetOptions } from '../options/prophetOptions.js';
import { fitRowsModel } from './fitRowsModel.js';
import { gridInput, gridModel, gridProblem, type GridProblem } from './gridProblem.js';
import type { Model } from './model.js';

/** Fits a model to a history. */
export function fitModel(kernel: Kernel, history: History, given?: ProphetOptions): Model {
  const options = parseOptions(given);
  const problem = isRegular(history) ? gridProblem(history, options) : null;
  return (problem && fitGridModel(kernel, problem)) ?? fitRowsModel(kernel, history, options);
}

/** Fits a regular series without a look at its rows on this side of the border; null where some have no value. */
export function fitGridModel(kernel: Kernel, problem: GridProblem): Model | null {
  const { status, sums, fit } = kernel.fitGrid(gridInput(problem));
  if (status === 'miscounted') {
    return null;
  }
  checkSizes(sums, problem.rows.y);
  return gridModel(problem, sums, fit);
}
