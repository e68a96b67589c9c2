import type { ModelParams, ModelScaling } from '../fit/model.js';
import type { KernelExports } from './bindings.js';
import type { KernelMemory } from './memory.js';
import type { KernelTerm } from './term.js';

/** Regular rows at which the point forecast of a straight trend with additive waves and steps is wanted. */
export interface GridRowsInput {
  /** Epoch milliseconds of the first row. */
  readonly start: number;
  readonly stepMs: number;
  readonly count: number;
  /** Time on the clock of the seasonalities at the first row, milliseconds. */
  readonly clockStart: number;
  readonly params: ModelParams;
  readonly scaling: ModelScaling;
  /** Steps by their row, counted from the first. */
  readonly terms: readonly KernelTerm[];
}

/** The kernel's point forecast, in data units. */
export function predictGrid(exports: KernelExports, memory: KernelMemory, input: GridRowsInput): Float64Array {
  memory.clear();
  const { start, stepMs, count, clockStart, terms } = input;
  const { k, m, tChange, delta, beta } = input.params;
  const { timeStart, timeScaleMs, yMin, yScale } = input.scaling;
  const out = memory.allocate(count);
  exports.predictGrid(
    count,
    (start - timeStart) / timeScaleMs,
    stepMs / timeScaleMs,
    clockStart,
    stepMs,
    k,
    m,
    tChange.length,
    memory.put(tChange),
    memory.put(delta),
    terms.length,
    memory.putTerms(terms),
    memory.put(beta),
    yMin,
    yScale,
    out,
  );
  return memory.get(out, count);
}
