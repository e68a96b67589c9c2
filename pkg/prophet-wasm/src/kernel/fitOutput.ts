import type { ModelParams } from '../fit/model.js';
import { coefficientsOf, type KernelTerm } from './term.js';

/** What the kernel says of a fit. `unsettled` where the optimality conditions could not be met. */
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
const [SIGMA, RATE, OFFSET, SMALLEST, LARGEST, SCALARS] = [0, 3, 4, 5, 6, 7];

/** How much of a fit's moments the kernel is given (`assembly/moments.ts`). */
export const [NOTHING_KNOWN, GRAM_KNOWN] = [0, 1];

/** The numbers of a fit: coefficients, all parameters, and those of the kernel's result. */
export function fitSizes(isFlat: boolean, terms: readonly KernelTerm[], nChangepoints: number) {
  const nBeta = terms.reduce((sum, term) => sum + coefficientsOf(term), 0);
  return {
    nBeta,
    nParameters: (isFlat ? 1 : 2) + nBeta + nChangepoints,
    nResults: SCALARS + nBeta + nChangepoints,
  };
}

/** A result to start from; what is not given is 0. */
export function startResult(nResults: number, params: Partial<FitOutput['params']>): Float64Array {
  const result = new Float64Array(nResults);
  const { sigmaObs = 0, k = 0, m = 0, beta = [], delta = [] } = params;
  result[SIGMA] = sigmaObs;
  result[RATE] = k;
  result[OFFSET] = m;
  result.set(beta, SCALARS);
  result.set(delta, SCALARS + beta.length);
  return result;
}

/** The extremes of y as the kernel found them. */
export function readExtremes(result: Float64Array): { readonly yMin: number; readonly yMax: number } {
  return { yMin: result[SMALLEST], yMax: result[LARGEST] };
}

/** Reads the kernel's result. */
export function readFit(status: number, result: Float64Array, nBeta: number): FitOutput {
  const [sigmaObs, logPosterior, kkt, k, m] = result;
  const beta = Array.from(result.subarray(SCALARS, SCALARS + nBeta));
  const delta = Array.from(result.subarray(SCALARS + nBeta));
  return { status: STATUSES[status], logPosterior, kkt, params: { k, m, delta, beta, sigmaObs } };
}
