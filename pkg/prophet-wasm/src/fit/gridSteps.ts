import type { FittedRegressor } from '../features/regressor.js';
import type { ExtraColumns } from '../history/history.js';
import type { Regressor, ResolvedOptions } from '../options/prophetOptions.js';

/** A regressor that is 0 before a row of a regular series and 1 from there on. */
export interface GridStep {
  readonly regressor: FittedRegressor;
  /** Row of the whole series; 0 where it is 1 everywhere, the number of rows where it is 0 everywhere. */
  readonly row: number;
}

/** By name, the row at which a regressor's column steps from 0 to 1; null where it does anything else, or is missing. */
export type StepRows = (name: string) => number | null;

/** The steps among the columns of a series of `n` rows; a column is looked at once. */
export function stepRows(columns: ExtraColumns['regressors'], n: number): StepRows {
  const known = new Map<string, number | null>();
  return (name) => {
    const found = known.get(name);
    if (found !== undefined) {
      return found;
    }
    const column = columns !== undefined && Object.hasOwn(columns, name) ? columns[name] : undefined;
    const row = column?.length === n ? stepRow(column) : null;
    known.set(name, row);
    return row;
  };
}

/** Where a column steps from 0 to 1; null where it does anything else. */
export function stepRow(column: ArrayLike<number>): number | null {
  let row = 0;
  while (row < column.length && column[row] === 0) {
    row++;
  }
  for (let i = row; i < column.length; i++) {
    if (column[i] !== 1) {
      return null;
    }
  }
  return row;
}

/** The model's regressors as steps; null where one is something else, or does not enter the model as it is. */
export function gridSteps({ regressors }: ResolvedOptions, rowOf: StepRows): readonly GridStep[] | null {
  const steps: GridStep[] = [];
  for (const regressor of regressors) {
    const row = isPlain(regressor) ? rowOf(regressor.name) : null;
    if (row === null) {
      return null;
    }
    const { name, priorScale, mode } = regressor;
    steps.push({ regressor: { name, priorScale, mode, mean: 0, deviation: 1 }, row });
  }
  return steps;
}

/** Whether a column of 0 and 1 stays as it is, beside the trend. */
function isPlain({ mode, standardize }: Required<Regressor>): boolean {
  return mode === 'additive' && standardize !== true;
}
