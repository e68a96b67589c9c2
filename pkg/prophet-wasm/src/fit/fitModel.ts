import { checkSizes, isRegular, parseRegular } from '../history/cleanHistory.js';
import { gridRows, rowsUntil, trimmedRows } from '../history/gridRows.js';
import type { History, RegularHistory } from '../history/history.js';
import { checkBoundsUsed } from '../history/inputFields.js';
import { isDense } from '../history/regularRows.js';
import type { WaveSums } from '../kernel/fitGrid.js';
import type { Kernel } from '../kernel/kernel.js';
import { parseOptions } from '../options/parseOptions.js';
import type { ProphetOptions, ResolvedOptions } from '../options/prophetOptions.js';
import { fitRowsModel } from './fitRowsModel.js';
import { gridInput, gridModel, gridProblem, type GridProblem } from './gridProblem.js';
import type { Model } from './model.js';

/**
 * Fits a model to a history.
 * @throws RangeError for options or data that cannot be used.
 */
export function fitModel(kernel: Kernel, history: History, given?: ProphetOptions): Model {
  const options = parseOptions(given);
  const isGrid = isRegular(history);
  checkBoundsUsed(history, options.growth);
  return (isGrid ? fitRegular(kernel, parseRegular(history), options) : null) ?? fitRowsModel(kernel, history, options);
}

/**
 * Fits a regular series by its shape, as one without gaps: it is the kernel that looks at the rows, and says if there are
 * some. Null where the model or too many gaps need the rows.
 */
export function fitRegular(kernel: Kernel, history: RegularHistory, options: ResolvedOptions): Model | null {
  const problem = gridProblem(trimmedRows(history), options);
  const model = problem && fitGridModel(kernel, problem);
  if (problem === null || model !== null) {
    return model;
  }
  const rows = rowsUntil(gridRows(history), history.y.length);
  const gappy = isDense(rows.count, rows.y.length) ? gridProblem(rows, options) : null;
  return gappy && fitGridModel(kernel, gappy);
}

/** Fits a regular series without a look at its rows on this side of the border; null where more of them have no value. */
export function fitGridModel(kernel: Kernel, problem: GridProblem, known?: WaveSums): Model | null {
  const { status, sums, fit } = kernel.fitGrid(gridInput(problem), known);
  if (status === 'miscounted') {
    return null;
  }
  checkSizes(sums, problem.rows.y);
  return gridModel(problem, sums, fit);
}
