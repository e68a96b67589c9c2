import type { KernelExports } from './bindings.js';
import type { KernelMemory } from './memory.js';
import { coefficientsOf, type KernelTerm } from './term.js';

/** Rows that are summed together (`assembly/grid/stretch.ts`). */
export const STRETCH = 72;

/** Numbers of a stretch, before those of its waves (`assembly/grid/sumStretches.ts`). */
export const STRETCH_SCALARS = 5;

/** Rows of a regular series, NaN where absent. */
export interface StretchInput {
  /** Row of the first, a multiple of `STRETCH`; phases of the waves count from row 0. */
  readonly start: number;
  readonly stepMs: number;
  readonly y: Float64Array;
  /** What y is summed about. */
  readonly centre: number;
  /** Fourier terms alone. */
  readonly waves: readonly KernelTerm[];
}

/** Stretch by stretch: level, slope, squares, smallest, largest, then y times sine and cosine of each wave. */
export function sumStretches(exports: KernelExports, memory: KernelMemory, input: StretchInput): Float64Array {
  memory.clear();
  const { start, stepMs, y, centre, waves } = input;
  const width = STRETCH_SCALARS + waves.reduce((sum, wave) => sum + coefficientsOf(wave), 0);
  const n = Math.ceil(y.length / STRETCH) * width;
  const out = memory.allocate(n);
  exports.sumStretches(y.length, start, stepMs, memory.put(y), centre, waves.length, memory.putTerms(waves), out);
  return memory.get(out, n);
}
