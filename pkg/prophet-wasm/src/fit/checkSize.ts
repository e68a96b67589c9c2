import { coefficientCount, type Term } from '../features/terms.js';
import { invalid } from '../invalid.js';
import { ALWAYS_COEFFICIENTS, MAX_CHANGEPOINTS, MAX_COEFFICIENTS, MAX_PRODUCTS } from '../options/limits.js';

/** Numbers that make a fit large. */
export interface FitSize {
  readonly nRows: number;
  readonly terms: readonly Pick<Term, 'mode' | 'periodMs' | 'fourierOrder'>[];
  readonly nChangepoints: number;
  /** Whether the means bend with the parameters, so that the rows are looked at again and again. */
  readonly isCurved: boolean;
}

/**
 * Refuses a fit of which a first step would already take seconds.
 * @throws RangeError naming what there is too much of, and how much may be.
 */
export function checkSize({ nRows, terms, nChangepoints, isCurved }: FitSize): void {
  if (nChangepoints > MAX_CHANGEPOINTS) {
    throw invalid('number of changepoints', nChangepoints, `at most ${MAX_CHANGEPOINTS}`);
  }
  const nBeta = terms.reduce((sum, term) => sum + coefficientCount(term), 0);
  const affordable = Math.floor(Math.sqrt(MAX_PRODUCTS / (isCurved ? 2.5 : 1) / nRows));
  const most = Math.min(Math.max(affordable, ALWAYS_COEFFICIENTS), MAX_COEFFICIENTS);
  if (nBeta > most) {
    const remedy = 'lower the Fourier orders, or drop seasonalities, holidays or regressors';
    throw invalid('number of coefficients', nBeta, `at most ${most} for ${nRows} rows; ${remedy}`);
  }
}
