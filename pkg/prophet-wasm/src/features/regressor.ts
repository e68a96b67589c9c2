import type { Mode, Regressor } from '../options/prophetOptions.js';

/** A regressor as the model has it: its column enters as (x - mean) / deviation. */
export interface FittedRegressor {
  readonly name: string;
  readonly priorScale: number;
  readonly mode: Mode;
  /** Mean over the rows of the history; 0 where not standardised. */
  readonly mean: number;
  /** Sample standard deviation over the rows of the history; 1 where not standardised. */
  readonly deviation: number;
}

/** Prophet's rules: a single value is left as it is, 0 and 1 are too unless told otherwise, all else is standardised. */
export function fitRegressor(
  { name, priorScale, standardize, mode }: Required<Regressor>,
  column: Float64Array,
): FittedRegressor {
  const values = new Set<number>();
  for (let row = 0; row < column.length && values.size < 3; row++) {
    values.add(column[row]);
  }
  const isBinary = values.size === 2 && values.has(0) && values.has(1);
  const isStandardized = values.size > 1 && (standardize === 'auto' ? !isBinary : standardize);
  return { name, priorScale, mode, ...(isStandardized ? moments(column) : { mean: 0, deviation: 1 }) };
}

function moments(column: Float64Array): { readonly mean: number; readonly deviation: number } {
  const n = column.length;
  const mean = column.reduce((sum, value) => sum + (value - column[0]), 0) / n + column[0];
  const squares = column.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, deviation: Math.sqrt(squares / (n - 1)) };
}

/** The column as it enters the model. */
export function standardized({ mean, deviation }: FittedRegressor, column: Float64Array): Float64Array {
  return mean === 0 && deviation === 1 ? column : column.map((value) => (value - mean) / deviation);
}
