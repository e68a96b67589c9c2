import type { Scaling } from '../options/prophetOptions.js';
import type { KernelExports } from './bindings.js';
import { fitSizes, GRAM_KNOWN, NOTHING_KNOWN, readExtremes, readFit, type FitOutput } from './fitOutput.js';
import type { FitInput } from './fitRows.js';
import type { GramMemory } from './gramMemory.js';
import type { KernelMemory } from './memory.js';
import { GROWTHS } from './term.js';

/** A fit of a regular series whose first and last value are there; additive Fourier terms, no logistic growth. */
export interface GridInput extends FitInput {
  readonly stepMs: number;
  /** What the clock of the seasons shows at the first row, milliseconds. */
  readonly clockStart: number;
  /** Rows with a value. */
  readonly count: number;
  readonly scaling: Scaling;
}

/** The fit of a regular series, with what was found in it. */
export interface GridOutput {
  /** `constant` where all values are equal; `miscounted` where not as many rows have a value as the input says. */
  readonly status: FitOutput['status'] | 'constant' | 'miscounted';
  readonly yMin: number;
  readonly yMax: number;
  /** Null where nothing was fitted. */
  readonly fit: FitOutput | null;
}

// Statuses of what was not fitted (`assembly/fitGrid.ts`).
const UNFITTED = new Map([
  [4, 'constant'],
  [5, 'miscounted'],
] as const);

const TYPICAL_ROWS = 16;

/** The kernel's fit of a regular series. */
export function fitGrid(exports: KernelExports, memory: KernelMemory, grams: GramMemory, input: GridInput): GridOutput {
  memory.clear();
  const { growth, terms, changepoints, y, stepMs } = input;
  const { nBeta, nParameters, nResults } = fitSizes(growth === 'flat', terms, changepoints.length);
  const shape = { growth, n: y.length, stepMs, waves: terms, changepoints };
  const known = grams.find(shape);
  const nGram = nParameters * nParameters;
  const gram = known === undefined ? memory.allocate(nGram) : memory.put(known);
  const result = memory.allocate(nResults);
  const status = exports.fitGrid(
    y.length,
    input.count,
    stepMs,
    input.clockStart,
    memory.put(y),
    typicalOf(y),
    input.scaling === 'minmax' ? 1 : 0,
    GROWTHS[growth],
    terms.length,
    memory.putTerms(terms),
    changepoints.length,
    memory.put(changepoints),
    input.changepointPriorScale,
    gram,
    memory.allocate(2 * (changepoints.length + 1) + nBeta + 1),
    known === undefined ? NOTHING_KNOWN : GRAM_KNOWN,
    0,
    result,
  );
  const values = memory.get(result, nResults);
  const unfitted = [...UNFITTED].find(([number]) => number === status);
  if (unfitted !== undefined) {
    return { status: unfitted[1], ...readExtremes(values), fit: null };
  }
  if (known === undefined) {
    grams.keep(shape, memory.get(gram, nGram));
  }
  const fit = readFit(status, values, nBeta);
  return { status: fit.status, ...readExtremes(values), fit };
}

/** About where the values lie: the mean of some that are there. Sums about it keep digits that an offset would cost. */
function typicalOf(y: Float64Array): number {
  const step = Math.max(1, Math.floor(y.length / TYPICAL_ROWS));
  let sum = 0;
  let count = 0;
  for (let row = 0; row < y.length; row += step) {
    if (!Number.isNaN(y[row])) {
      sum += y[row];
      count++;
    }
  }
  return sum / count;
}
