import type { Growth } from '../options/prophetOptions.js';
import type { KernelExports } from './bindings.js';
import { fitSizes, readFit, startResult, type FitOutput } from './fitOutput.js';
import type { KernelMemory } from './memory.js';
import { GROWTHS, type KernelTerm } from './term.js';

/** Input of all forms of a fit. */
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
  /** Value of y that scaled y 0 stands for. */
  readonly floor: number;
  /** Epoch milliseconds, ascending. */
  readonly time: Float64Array;
  /** Clock that the seasonalities follow, milliseconds; may be `time` itself. */
  readonly clock: Float64Array;
  readonly timeScaleMs: number;
  /** Of logistic growth, scaled; else null. */
  readonly cap: Float64Array | null;
  /** Where a problem that bends starts. */
  readonly start: { readonly k: number; readonly m: number };
}

/** The fit of rows, and their moments (`assembly/moments.ts`): empty for a problem that bends. */
export interface RowsOutput {
  readonly fit: FitOutput;
  readonly moments: Float64Array;
}

// Whether the kernel is given the Gram matrix of the rows (`assembly/moments.ts`).
const NOTHING_KNOWN = 0;
const GRAM_KNOWN = 1;
const MOMENT_SCALARS = 3;
const LACKING_ROWS = 6;

/**
 * The kernel's fit of rows.
 * @param like Moments of another series on the same times with the same terms, whose Gram matrix holds here too.
 */
export function fitRows(
  exports: KernelExports,
  memory: KernelMemory,
  input: RowsInput,
  like?: Float64Array,
): RowsOutput {
  memory.clear();
  const { growth, terms, changepoints, time, clock } = input;
  const { nBeta, nParameters, nResults } = fitSizes(input);
  const timeAddress = memory.put(time);
  const result = memory.put(startResult(nResults, input.start));
  const nMoments = MOMENT_SCALARS + nParameters * (nParameters + 1);
  const moments = like === undefined ? memory.allocate(nMoments) : memory.put(like);
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
    moments,
    like === undefined ? NOTHING_KNOWN : GRAM_KNOWN,
    result,
  );
  return { fit: readFit(status, memory.get(result, nResults), nBeta), moments: memory.get(moments, nMoments) };
}

/** The kernel's fit of rows that only their moments are left of, with other priors; null where the rows are needed. */
export function refitRows(
  exports: KernelExports,
  memory: KernelMemory,
  input: RowsInput,
  moments: Float64Array,
): FitOutput | null {
  memory.clear();
  const { growth, terms, changepoints } = input;
  const { nBeta, nResults } = fitSizes(input);
  const result = memory.allocate(nResults);
  const status = exports.fitMoments(
    input.time.length,
    GROWTHS[growth],
    terms.length,
    memory.putTerms(terms.map((term) => ({ ...term, column: null }))),
    changepoints.length,
    memory.put(changepoints),
    input.changepointPriorScale,
    memory.put(moments),
    result,
  );
  return status === LACKING_ROWS ? null : readFit(status, memory.get(result, nResults), nBeta);
}
