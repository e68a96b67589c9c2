import { invalid } from '../invalid.js';
import { MAX_RAW } from '../options/limits.js';
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

// Below this, squares have lost digits.
const LEAST_SQUARES = 1e-280;

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
  if (!isStandardized) {
    checkRaw(name, column);
  }
  return { name, priorScale, mode, ...(isStandardized ? moments(column) : { mean: 0, deviation: 1 }) };
}

/** @throws RangeError for values whose squares are no numbers. */
function checkRaw(name: string, column: Float64Array): void {
  const row = column.findIndex((value) => Math.abs(value) > MAX_RAW);
  if (row !== -1) {
    throw invalid(`regressors.${name}[${row}]`, column[row], `at most ${MAX_RAW} in size where it is not standardized`);
  }
}

function moments(column: Float64Array): { readonly mean: number; readonly deviation: number } {
  const n = column.length;
  const mean = column.reduce((sum, value) => sum + (value - column[0]), 0) / n + column[0];
  const squares = column.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  if (squares > LEAST_SQUARES && squares < Infinity) {
    return { mean, deviation: Math.sqrt(squares / (n - 1)) };
  }
  const farthest = column.reduce((most, value) => Math.max(most, Math.abs(value - mean)), 0);
  const shares = column.reduce((sum, value) => sum + ((value - mean) / farthest) ** 2, 0);
  return { mean, deviation: farthest * Math.sqrt(shares / (n - 1)) };
}

/** The column as it enters the model. */
export function standardized({ mean, deviation }: FittedRegressor, column: Float64Array): Float64Array {
  return mean === 0 && deviation === 1 ? column : column.map((value) => (value - mean) / deviation);
}
