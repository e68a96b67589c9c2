import type { Growth } from '../options/prophetOptions.js';
import type { KernelExports } from './bindings.js';
import { fitSizes, NOTHING_KNOWN, readFit, startResult, type FitOutput } from './fitOutput.js';
import type { KernelMemory } from './memory.js';
import { GROWTHS, type KernelTerm } from './term.js';

/** What both forms of a fit need. */
export interface FitInput {
  readonly growth: Growth;
  readonly terms: readonly KernelTerm[];
  /** Scaled times. */
  readonly changepoints: readonly number[];
  readonly changepointPriorScale: number;
  readonly y: Float64Array;
}

/** A fit of rows at any times. */
export interface RowsInput extends FitInput {
  readonly yScale: number;
  /** What scaled y 0 stands for. */
  readonly floor: number;
  /** Epoch milliseconds, ascending. */
  readonly time: Float64Array;
  /** What the seasons follow, milliseconds; may be `time` itself. */
  readonly clock: Float64Array;
  readonly timeScaleMs: number;
  /** Of logistic growth, scaled; else null. */
  readonly cap: Float64Array | null;
  /** Where a problem that bends starts. */
  readonly start: { readonly k: number; readonly m: number };
}

/** The kernel's fit of rows. */
export function fitRows(exports: KernelExports, memory: KernelMemory, input: RowsInput): FitOutput {
  memory.clear();
  const { growth, terms, changepoints, time, clock } = input;
  const { nBeta, nParameters, nResults } = fitSizes(growth === 'flat', terms, changepoints.length);
  const timeAddress = memory.put(time);
  const result = memory.put(startResult(nResults, input.start));
  const status = exports.fitRows(
    time.length,
    timeAddress,
    clock === time ? timeAddress : memory.put(clock),
    memory.put(input.y),
    input.timeScaleMs,
    input.yScale,
    input.floor,
    memory.putColumn(input.cap),
    GROWTHS[growth],
    terms.length,
    memory.putTerms(terms),
    changepoints.length,
    memory.put(changepoints),
    input.changepointPriorScale,
    memory.allocate(1 + nParameters * (nParameters + 1)),
    NOTHING_KNOWN,
    result,
  );
  return readFit(status, memory.get(result, nResults), nBeta);
}
