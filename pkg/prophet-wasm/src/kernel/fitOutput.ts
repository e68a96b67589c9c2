import type { ModelParams } from '../fit/model.js';
import type { Growth } from '../options/prophetOptions.js';
import { coefficientsOf, type KernelTerm } from './term.js';

/** Output of the kernel for a fit. `unsettled` where the optimality conditions could not be met. */
export interface FitOutput {
  readonly status: 'certified' | 'rounding' | 'interpolating' | 'unsettled';
  readonly logPosterior: number;
  readonly kkt: number;
  readonly params: Omit<ModelParams, 'tChange'>;
}

const STATUSES = ['certified', 'rounding', 'interpolating', 'unsettled'] as const;

/*
 * The kernel's result: sigma, log posterior, KKT residual, k, m, smallest and largest y of a grid, betas, deltas
 * (`assembly/result.ts`).
 */
const SIGMA = 0;
const LOG_POSTERIOR = 1;
const KKT = 2;
const RATE = 3;
const OFFSET = 4;
const SMALLEST = 5;
const LARGEST = 6;
const SCALARS = 7;

/** Sizes that say how many numbers a fit has. */
interface Sized {
  readonly growth: Growth;
  readonly terms: readonly KernelTerm[];
  readonly changepoints: readonly number[];
}

/** The numbers of a fit: coefficients, all parameters, and those of the kernel's result. */
export function fitSizes({ growth, terms, changepoints }: Sized) {
  const nBeta = terms.reduce((sum, term) => sum + coefficientsOf(term), 0);
  const nParameters = (growth === 'flat' ? 1 : 2) + nBeta + changepoints.length;
  return { nBeta, nParameters, nResults: SCALARS + nBeta + changepoints.length };
}

/** A result to start from; what is not given is 0. */
export function startResult(
  nResults: number,
  { sigmaObs = 0, k = 0, m = 0, beta = [], delta = [] }: Partial<FitOutput['params']>,
  { yMin, yMax }: { readonly yMin: number; readonly yMax: number } = { yMin: 0, yMax: 0 },
): Float64Array {
  const result = new Float64Array(nResults);
  result[SIGMA] = sigmaObs;
  result[RATE] = k;
  result[OFFSET] = m;
  result[SMALLEST] = yMin;
  result[LARGEST] = yMax;
  result.set(beta, SCALARS);
  result.set(delta, SCALARS + beta.length);
  return result;
}

/** The extremes of y as the kernel found them. */
export function readExtremes(result: Float64Array): { readonly yMin: number; readonly yMax: number } {
  return { yMin: result[SMALLEST], yMax: result[LARGEST] };
}

/** Reads the kernel's fit. */
export function readFit(status: number, result: Float64Array, nBeta: number): FitOutput {
  const beta = plainNumbers(result, SCALARS, SCALARS + nBeta);
  const delta = plainNumbers(result, SCALARS + nBeta, result.length);
  const params = { k: result[RATE], m: result[OFFSET], delta, beta, sigmaObs: result[SIGMA] };
  return { status: STATUSES[status], logPosterior: result[LOG_POSTERIOR], kkt: result[KKT], params };
}

/** Numbers for JSON. `Array.from` asks the column for an iterator, which takes as long as a small fit. */
function plainNumbers(column: Float64Array, start: number, end: number): number[] {
  const numbers = new Array<number>(end - start);
  for (let i = start; i < end; i++) {
    numbers[i - start] = column[i];
  }
  return numbers;
}
