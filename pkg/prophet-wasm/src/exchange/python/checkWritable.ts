import type { Features } from '../../features/terms.js';
import type { Model } from '../../fit/model.js';
import { floorAt, type TrendBounds } from '../../predict/boundsAt.js';
import { componentsOf } from './components.js';
import { cannotWrite } from './refusals.js';

/** Values in the table of components and coefficients, about twelve characters each: more would be a file of no use. */
const MOST_TABLE_VALUES = 5_000_000;

/**
 * Refuses what Python would load and then forecast otherwise.
 * @param bounds Floor and cap of the rows of the history.
 * @throws RangeError naming the field and the remedy.
 */
export function checkWritable(model: Model, bounds: TrendBounds, nRows: number): void {
  checkTableSize(model);
  checkColumns(model);
  checkFloor(model, bounds, nRows);
  checkRates(model);
  checkUnbounded(model);
}

/** Python has a table with a row for each coefficient and a column for each component. */
function checkTableSize(model: Model): void {
  const components = componentsOf(model);
  const names = new Set(components).size;
  if (names * components.length > MOST_TABLE_VALUES) {
    throw cannotWrite(
      'model',
      `${names} components with ${components.length} coefficients`,
      `Python's table of them would have more than ${MOST_TABLE_VALUES} values; give holidays fewer names`,
    );
  }
}

/** Regressors and conditions share a table with each other and with the scaled time, which is `t` there. */
function checkColumns(model: Model): void {
  const taken = new Map([['t', 'the scaled time']]);
  const columns = [
    ...model.regressors.map(({ name }) => ({ name, at: 'regressors', what: 'a regressor' })),
    ...conditionNames(model).map((name) => ({ name, at: 'conditions', what: 'a condition' })),
  ];
  for (const { name, at, what } of columns) {
    const owner = taken.get(name);
    if (owner !== undefined) {
      throw cannotWrite(at, name, `${owner} has this column in Python's history; rename it and fit again`);
    }
    taken.set(name, what);
  }
}

/** Conditions of the model's seasonalities, each once. */
export function conditionNames({ seasonalities }: Pick<Features, 'seasonalities'>): readonly string[] {
  return [...new Set(seasonalities.flatMap(({ conditionName }) => conditionName ?? []))];
}

/** Python fits multiplicative terms to the trend above its floor, and then applies them to the trend with its floor. */
function checkFloor(model: Model, bounds: TrendBounds, nRows: number): void {
  const { seasonalities, holidays, regressors, options, scaling } = model;
  const isMultiplicative =
    [...seasonalities, ...regressors].some(({ mode }) => mode === 'multiplicative') ||
    (holidays.length > 0 && options.holidaysMode === 'multiplicative');
  const row = isMultiplicative
    ? Array.from({ length: nRows }, (_, i) => i).find((i) => floorAt(bounds, i) !== 0)
    : undefined;
  if (row !== undefined) {
    throw cannotWrite(
      scaling.hasFloor ? 'floor' : 'scaling.yMin',
      floorAt(bounds, row),
      `Python multiplies it by the multiplicative terms too, and forecasts something else; fit ${
        scaling.hasFloor ? 'without a floor' : "with scaling 'absmax'"
      } or without such terms`,
    );
  }
}

/** Python has a floor and a cap for the trend of logistic growth alone. */
function checkUnbounded({ bounds }: Model): void {
  const bound = bounds.lower ?? bounds.upper;
  if (bound !== null) {
    throw cannotWrite('bounds', bound, "Python's forecast leaves them; fit with bounds 'off'");
  }
}

/** Python divides by the rate of logistic growth. */
function checkRates({ options, params }: Model): void {
  if (options.growth !== 'logistic') {
    return;
  }
  let rate = params.k;
  for (const change of [...params.delta, 0]) {
    if (rate === 0) {
      throw cannotWrite(
        'params.k',
        params.k,
        'its trend does not grow, and Python divides by its rate; fit flat growth',
      );
    }
    rate += change;
  }
}
