import type { Mode } from '../options/prophetOptions.js';

/** A periodic component of the model: a Fourier sum of `fourierOrder` sine and cosine pairs. */
export interface Seasonality {
  /** Name of the component in a forecast. */
  readonly name: string;
  /** Length of one cycle in milliseconds; phases count from 1970-01-01 00:00 on the clock of the model's time zone. */
  readonly periodMs: number;
  /** Number of sine and cosine pairs, at least 1. */
  readonly fourierOrder: number;
  /** Standard deviation of the normal prior on every coefficient, in units of scaled y. */
  readonly priorScale: number;
  readonly mode: Mode;
  /** Column of `conditions` that says where it holds; null for everywhere. */
  readonly conditionName: string | null;
}

/** A seasonality that the model does not have, and why. */
export interface InactiveSeasonality {
  readonly name: string;
  /** A sentence for the reader, without final stop. */
  readonly reason: string;
}
