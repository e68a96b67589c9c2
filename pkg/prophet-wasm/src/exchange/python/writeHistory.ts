import type { CivilClock } from '../../features/civilClock.js';
import { standardized, type FittedRegressor } from '../../features/regressor.js';
import type { Model } from '../../fit/model.js';
import { capColumn } from '../../fit/scaling.js';
import type { CleanHistory } from '../../history/cleanHistory.js';
import { conditionColumn, regressorColumn, type RowChoice } from '../../history/extraColumns.js';
import { floorAt, type TrendBounds } from '../../predict/boundsAt.js';
import { conditionNames } from './checkWritable.js';
import { toIso, writeTable, type WrittenColumn } from './pandas.js';

/**
 * Writes the rows with y as Python keeps them: beside the caller's columns, scaled ones, and regressors standardised.
 * @throws RangeError for a column that the model needs and the history has not, or a time that pandas cannot hold.
 */
export function writeHistory(model: Model, rows: CleanHistory, bounds: TrendBounds, clock: CivilClock): string {
  const { time, y, extra, order, nGiven } = rows;
  const { timeStart, timeScaleMs, yScale, cap } = model.scaling;
  const choice: RowChoice = { count: time.length, order, nGiven };
  const regressor = (one: FittedRegressor) => standardized(one, regressorColumn(one.name, extra.regressors, choice));
  const { scaledCap } = bounds;
  return writeTable(time.length, [
    { name: 'ds', type: 'datetime', at: (row) => toIso(clock(time[row]), 'time') },
    numbers('y', y),
    ...(scaledCap === null ? [] : [numbers('cap', capColumn(extra.cap ?? cap ?? undefined, choice))]),
    { name: 'floor', type: 'number', at: (row) => floorAt(bounds, row) },
    ...model.regressors.map((one) => numbers(one.name, regressor(one))),
    ...conditionNames(model).map((name) => flags(name, conditionColumn(name, extra.conditions, choice))),
    ...(scaledCap === null ? [] : [numbers('cap_scaled', scaledCap)]),
    { name: 't', type: 'number', at: (row) => (time[row] - timeStart) / timeScaleMs },
    { name: 'y_scaled', type: 'number', at: (row) => (y[row] - floorAt(bounds, row)) / yScale },
  ]);
}

function numbers(name: string, values: Float64Array): WrittenColumn {
  return { name, type: 'number', at: (row) => values[row] };
}

/** Python negates a condition's column, for which 0 and 1 will not do. */
function flags(name: string, values: Float64Array): WrittenColumn {
  return { name, type: 'boolean', at: (row) => values[row] === 1 };
}
