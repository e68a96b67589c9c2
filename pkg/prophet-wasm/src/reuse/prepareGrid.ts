import { checkColumn } from '../checkShape.js';
import { fitGridModel } from '../fit/fitModel.js';
import { fitRowsModel } from '../fit/fitRowsModel.js';
import { gridProblem, waveTerm, type GridProblem } from '../fit/gridProblem.js';
import type { Model } from '../fit/model.js';
import { checkCount, checkSizes, parseRegular } from '../history/cleanHistory.js';
import { gridRows, rowsUntil, withoutRows, type GridRows } from '../history/gridRows.js';
import type { RegularHistory } from '../history/history.js';
import { isDense } from '../history/regularRows.js';
import { selectColumns } from '../history/selectRows.js';
import { valuesOf } from '../history/valuesOf.js';
import { invalid } from '../invalid.js';
import type { Kernel } from '../kernel/kernel.js';
import { parseOptions } from '../options/parseOptions.js';
import type { ProphetOptions, ResolvedOptions } from '../options/prophetOptions.js';
import { gridForecast } from '../predict/gridForecast.js';
import { prepare, type Prepared } from './prepare.js';
import { createWaveSums } from './waveSums.js';

/**
 * A regular history that is fitted more than once: all of it or its first rows, with and without some. Where the model has
 * nothing but a linear or flat trend, steps and additive seasonalities, and more than half of the rows have a value, no fit
 * goes through the rows' features.
 */
export interface PreparedGrid extends Prepared {
  /** Rows, those without a value included. */
  readonly count: number;
  /**
   * The model of the rows before `end`, as if the history ended there: that of `prophet.fit` to rounding. Every row is summed
   * once, however many such fits there are.
   * @throws RangeError as `prophet.fit` does, and for an `end` that is no whole number from 0 to `count`.
   */
  fitUntil(end: number, options?: ProphetOptions): Model;
  /**
   * The same history, to be fitted without the rows at which `excluded` is not 0, as if they had no value.
   * @throws RangeError for a column of another length.
   */
  excluding(excluded: ArrayLike<number>): PreparedGrid;
  /**
   * The point forecast of a model at the rows from `from` (default 0) to before `to` (default `count`), in the unit of y:
   * the `yhat` of `prophet.predict`, without all else that it gives.
   * @throws RangeError for rows that are not there, or as `prophet.predict` does.
   */
  yhat(model: Model, from?: number, to?: number): Float64Array;
  /** y less that, of excluded rows too; NaN where y is missing. */
  residuals(model: Model, from?: number, to?: number): Float64Array;
}

/**
 * Looks at the rows of a regular history once.
 * @throws RangeError as `prophet.fit` does for a bad history.
 */
export function prepareGrid(kernel: Kernel, history: RegularHistory): PreparedGrid {
  const given = parseRegular(history);
  const rows = gridRows({ ...given, y: valuesOf(given.y).slice() });
  checkValues(rows);
  return createGrid(kernel, { history, all: rows, rows });
}

interface GridParts {
  readonly history: RegularHistory;
  /** Every row that has a value, and those of them that fits may see. */
  readonly all: GridRows;
  readonly rows: GridRows;
}

function createGrid(kernel: Kernel, parts: GridParts): PreparedGrid {
  const { history, all, rows } = parts;
  const count = rows.y.length;
  const waveSums = createWaveSums(kernel, rows);
  let byRows: Prepared | null = null;
  const forecast = (model: Model, from = 0, to = count) => {
    checkRow('from', from, count);
    checkRow('to', to, count);
    return gridForecast(kernel, model, history, from, to);
  };
  const fit = (given?: ProphetOptions): Model => {
    const problem = problemUntil(rows, count, parseOptions(given));
    const model = problem && fitGridModel(kernel, problem);
    if (model !== null) {
      return model;
    }
    byRows ??= prepare(kernel, { ...history, y: rows.y });
    return byRows.fit(given);
  };
  return {
    count,
    fit,
    fitUntil(end, given) {
      checkRow('end', end, count);
      if (end === count) {
        return fit(given);
      }
      const options = parseOptions(given);
      const problem = problemUntil(rows, end, options);
      const known = problem && waveSums(problem.seasonalities.map(waveTerm), end);
      const model = known && fitGridModel(kernel, problem, known);
      return model ?? fitRowsModel(kernel, firstRows(history, rows, end), options);
    },
    excluding(excluded) {
      checkColumn('excluded', excluded, 'a column with one value for each row');
      if (excluded.length !== count) {
        throw invalid('length of excluded', excluded.length, `${count}, one for each row`);
      }
      return createGrid(kernel, { ...parts, rows: withoutRows(rows, excluded) });
    },
    yhat: forecast,
    residuals(model, from = 0, to = count) {
      const rest = forecast(model, from, to);
      for (let i = 0; i < rest.length; i++) {
        rest[i] = all.y[from + i] - rest[i];
      }
      return rest;
    },
  };
}

/** The fit of the rows before `end` as one of a grid; null where too many are absent, or the model needs the rows. */
function problemUntil(rows: GridRows, end: number, options: ResolvedOptions): GridProblem | null {
  const part = rowsUntil(rows, end);
  return isDense(part.count, part.y.length) ? gridProblem(part, options) : null;
}

function firstRows(history: RegularHistory, { y }: GridRows, end: number): RegularHistory {
  const rows = Array.from({ length: end }, (_, row) => row);
  const { start, stepMs } = history;
  return { ...selectColumns(history, rows), start, stepMs, y: y.subarray(0, end) };
}

function checkValues({ y, absent }: GridRows): void {
  checkCount(y.length - absent.length);
  let [yMin, yMax] = [Infinity, -Infinity];
  for (let row = 0; row < y.length; row++) {
    yMin = y[row] < yMin ? y[row] : yMin;
    yMax = y[row] > yMax ? y[row] : yMax;
  }
  checkSizes({ yMin, yMax }, y);
}

function checkRow(name: string, row: number, count: number): void {
  if (!(Number.isInteger(row) && row >= 0 && row <= count)) {
    throw invalid(name, row, `a whole number from 0 to ${count}, the number of rows`);
  }
}
