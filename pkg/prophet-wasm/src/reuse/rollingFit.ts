import { checkColumn } from '../checkShape.js';
import { fitModel } from '../fit/fitModel.js';
import { gridInput, gridModel, gridProblem, type GridProblem } from '../fit/gridProblem.js';
import type { Model } from '../fit/model.js';
import { isRegular, parseRegular } from '../history/cleanHistory.js';
import { trimmedRows } from '../history/gridRows.js';
import type { RegularHistory } from '../history/history.js';
import { checkBoundsUsed } from '../history/inputFields.js';
import { invalid } from '../invalid.js';
import type { GridSums } from '../kernel/fitGrid.js';
import type { FitOutput } from '../kernel/fitOutput.js';
import type { Kernel } from '../kernel/kernel.js';
import { parseOptions } from '../options/parseOptions.js';
import type { ProphetOptions, ResolvedOptions } from '../options/prophetOptions.js';
import { createWindow } from './rollingWindow.js';
import { rollingShape, rollSums, type RollingShape } from './rollSums.js';

/** A fit over a window of fixed length that moves on with every new value of a regular series. */
export interface RollingFit {
  /**
   * Takes in the next values, NaN for a missing one, and lets as many of the oldest go.
   * @throws RangeError for a value that is no number.
   */
  append(y: ArrayLike<number>): void;
  /**
   * The model of the window as it stands.
   * @throws RangeError where the window cannot be fitted, such as one without values.
   */
  model(): Model;
}

/** Where the next fit starts from: all there is to know of the window, and its last optimum. */
interface Standing {
  readonly problem: GridProblem;
  readonly shape: RollingShape;
  readonly sums: GridSums;
  readonly fit: FitOutput;
  /** Values taken in since the sums were taken from the window. */
  readonly moves: number;
}

/** Moves after which the sums are taken from the window again, so that rounding does not add up. */
const MOST_MOVES = 1000;

/**
 * Where the series is complete and the model has nothing but additive waves and automatic changepoints, a new value costs
 * a few sums and a few steps of Newton's method from the last optimum; else every model is fitted from its rows.
 * @throws RangeError for a history that is not regular, or bad options.
 */
export function createRollingFit(kernel: Kernel, history: RegularHistory, given?: ProphetOptions): RollingFit {
  const options = parseOptions(given);
  if (!isRegular(history)) {
    throw invalid('history', history, 'start, stepMs and y: only a regular series can roll');
  }
  checkBoundsUsed(history, options.growth);
  const { stepMs } = parseRegular(history);
  const window = createWindow(history.y);
  let { start } = history;
  let standing: Standing | null = null;
  let current: Model | null = null;

  const fitted = (): Model => {
    const rows = { ...history, start, y: window.values() };
    standing = (standing && refit(kernel, standing)) ?? stand(kernel, rows, options);
    return standing === null
      ? fitModel(kernel, rows, options)
      : gridModel(standing.problem, standing.sums, standing.fit);
  };
  return {
    append(y) {
      checkColumn('y', y, 'a list of values');
      for (let i = 0; i < y.length; i++) {
        if (typeof y[i] !== 'number' || Math.abs(y[i]) === Infinity) {
          throw invalid(`y[${i}]`, y[i], 'a finite number, or NaN for a missing one');
        }
        const moved = window.move(y[i]);
        start += stepMs;
        standing = standing && moveOn(standing, moved);
        current = null;
      }
    },
    model() {
      current ??= fitted();
      return current;
    },
  };
}

/** A fit of the whole window; null where its sums are not enough to go on from. */
function stand(kernel: Kernel, rows: RegularHistory, options: ResolvedOptions): Standing | null {
  const problem = gridProblem(trimmedRows(rows), options);
  // Explicit changepoints and steps stay where they are while the window moves on.
  const isStill = options.changepoints !== null || options.steps.length > 0;
  if (problem === null || problem.rows.y.length !== rows.y.length || isStill) {
    return null;
  }
  const input = gridInput(problem);
  const { sums, fit } = kernel.fitGrid(input);
  const shape = rollingShape(input);
  return fit?.status === 'certified' ? { problem, shape, sums, fit, moves: 0 } : null;
}

/** The same a value later; null where the value is missing, or rounding may have added up. */
function moveOn({ problem, shape, sums, fit, moves }: Standing, moved: Float64Array): Standing | null {
  const { rows } = problem;
  if (Number.isNaN(moved[shape.n]) || moves === MOST_MOVES) {
    return null;
  }
  const next = { ...rows, start: rows.start + rows.stepMs, y: moved.subarray(1) };
  return { problem: { ...problem, rows: next }, shape, sums: rollSums(shape, sums, moved), fit, moves: moves + 1 };
}

/** The fit of the window as it stands, from the last one; null where that is not enough. */
function refit(kernel: Kernel, standing: Standing): Standing | null {
  const fit = kernel.refitGrid(gridInput(standing.problem), standing.sums, standing.fit.params);
  return fit?.status === 'certified' ? { ...standing, fit } : null;
}
