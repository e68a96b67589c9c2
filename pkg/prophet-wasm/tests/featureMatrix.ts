import type { FutureRows, Model, Prophet } from 'prophet-wasm';

/**
 * The columns of a model at given rows, in the order of beta, as `predict` makes them: each is what the forecast's terms
 * are when its coefficient is 1 and all else is nothing.
 */
export function featureMatrix(prophet: Prophet, model: Model, rows: FutureRows): Float64Array[] {
  const { beta, delta } = model.params;
  return beta.map((_, column) => {
    const params = { ...model.params, delta: delta.map(() => 0), beta: beta.map((_one, j) => (j === column ? 1 : 0)) };
    const scaling = { ...model.scaling, yScale: 1 };
    const { additiveTerms, multiplicativeTerms } = prophet.predict({ ...model, params, scaling }, rows);
    return additiveTerms.map((value, row) => value + multiplicativeTerms[row]);
  });
}

/** Sum of a column. */
export function total(column: Float64Array): number {
  return column.reduce((sum, value) => sum + value, 0);
}
