import type { KernelExports } from './bindings.js';
import type { KernelMemory } from './memory.js';
import type { KernelTerm } from './term.js';

/** Rows that are summed together (`assembly/grid/stretch.ts`). */
export const STRETCH = 72;

/** Rows of a regular series, NaN where absent. */
export interface StretchInput {
  /** Row of the first; phases of the waves count from row 0. */
  readonly start: number;
  readonly stepMs: number;
  readonly y: Float64Array;
  /** Value that y is summed about. */
  readonly center: number;
  /** Fourier terms alone. */
  readonly waves: readonly KernelTerm[];
  /** The sums over the rows before: y times sine and cosine of each wave. */
  readonly before: Float64Array;
}

/** The same over all rows to the end of each stretch, one set of sums after the other. */
export function projectStretches(exports: KernelExports, memory: KernelMemory, input: StretchInput): Float64Array {
  memory.clear();
  const { start, stepMs, y, center, waves, before } = input;
  const width = before.length;
  const sums = new Float64Array((Math.ceil(y.length / STRETCH) + 1) * width);
  sums.set(before);
  const address = memory.put(sums);
  exports.projectStretches(
    y.length,
    start,
    stepMs,
    memory.put(y),
    center,
    waves.length,
    memory.putTerms(waves),
    address,
  );
  return memory.get(address, sums.length).subarray(width);
}
