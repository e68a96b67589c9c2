import type { Growth } from '../options/prophetOptions.js';

/** Features of one kind, as the kernel reads them. */
export interface KernelTerm {
  /** Period in ms of a Fourier sum; 0 where the term is its column. */
  readonly periodMs: number;
  readonly fourierOrder: number;
  readonly priorScale: number;
  readonly mode: 'additive' | 'multiplicative';
  /** A value for each row, or null. */
  readonly column: Float64Array | null;
  /** Of a step in a regular series, which needs no column: the row from which on it is 1; no step without. */
  readonly stepRow?: number;
}

/** Coefficients of a term. */
export function coefficientsOf({ periodMs, fourierOrder }: Pick<KernelTerm, 'periodMs' | 'fourierOrder'>): number {
  return periodMs > 0 ? 2 * fourierOrder : 1;
}

/** Shapes of the trend, as the kernel numbers them. */
export const GROWTHS: Readonly<Record<Growth, number>> = { flat: 0, linear: 1, logistic: 2 };
