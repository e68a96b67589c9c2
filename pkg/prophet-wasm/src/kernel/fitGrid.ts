import type { Scaling } from '../options/prophetOptions.js';
import type { KernelExports } from './bindings.js';
import { fitSizes, readExtremes, readFit, startResult, type FitOutput } from './fitOutput.js';
import type { FitInput } from './fitRows.js';
import type { GramMemory } from './gramMemory.js';
import { NULL, type KernelMemory } from './memory.js';
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

/** All that a fit needs to know of the values of a complete series: `assembly/grid/gridSums.ts`. */
export interface GridSums {
  /** Levels and slopes of all segments, sums with all features, sum of squares; of y about the centre, in data units. */
  readonly values: Float64Array;
  readonly centre: number;
  readonly yMin: number;
  readonly yMax: number;
}

/** The fit of a regular series, with what was found in it. */
export interface GridOutput {
  /** `constant` where all values are equal; `miscounted` where not as many rows have a value as the input says. */
  readonly status: FitOutput['status'] | 'constant' | 'miscounted';
  readonly sums: GridSums;
  /** Null where nothing was fitted. */
  readonly fit: FitOutput | null;
}

// Statuses of what was not fitted (`assembly/fitGrid.ts`, `assembly/solver/solver.ts`).
const CONSTANT = 4;
const MISCOUNTED = 5;
const LACKING_ROWS = 6;
/** How much of a fit's moments the kernel is given (`assembly/moments.ts`). */
const [NOTHING_KNOWN, GRAM_KNOWN, ALL_KNOWN] = [0, 1, 2];

const TYPICAL_ROWS = 16;

/** The kernel's fit of a regular series. */
export function fitGrid(exports: KernelExports, memory: KernelMemory, grams: GramMemory, input: GridInput): GridOutput {
  memory.clear();
  const { nBeta, nParameters, nResults } = fitSizes(input);
  const shape = shapeOf(input);
  const known = grams.find(shape);
  const nGram = nParameters * nParameters;
  const gram = known === undefined ? memory.allocate(nGram) : memory.put(known);
  const nSums = 2 * (input.changepoints.length + 1) + nBeta + 1;
  const sums = memory.allocate(nSums);
  const result = memory.allocate(nResults);
  const centre = typicalOf(input.y);
  const y = memory.put(input.y);
  const level = known === undefined ? NOTHING_KNOWN : GRAM_KNOWN;
  const status = call(exports, memory, input, { y, centre, gram, sums, level, isWarm: false, result });
  const values = memory.get(result, nResults);
  const { yMin, yMax } = readExtremes(values);
  const found = { values: memory.get(sums, nSums), centre, yMin, yMax };
  if (status === CONSTANT || status === MISCOUNTED) {
    return { status: status === CONSTANT ? 'constant' : 'miscounted', sums: found, fit: null };
  }
  if (known === undefined) {
    grams.keep(shape, memory.get(gram, nGram));
  }
  const fit = readFit(status, values, nBeta);
  return { status: fit.status, sums: found, fit };
}

/**
 * The same for a complete series of which only the sums are given, from the parameters of a series that is hardly different:
 * null where that is not enough, and the rows are needed.
 */
export function refitGrid(
  exports: KernelExports,
  memory: KernelMemory,
  grams: GramMemory,
  input: GridInput,
  sums: GridSums,
  from: FitOutput['params'],
): FitOutput | null {
  const known = grams.find(shapeOf(input));
  if (known === undefined) {
    return null;
  }
  memory.clear();
  const { nBeta, nResults } = fitSizes(input);
  const result = memory.put(startResult(nResults, from, sums));
  const status = call(exports, memory, input, {
    y: NULL,
    centre: sums.centre,
    gram: memory.put(known),
    sums: memory.put(sums.values),
    level: ALL_KNOWN,
    isWarm: true,
    result,
  });
  return status === CONSTANT || status === LACKING_ROWS ? null : readFit(status, memory.get(result, nResults), nBeta);
}

interface Places {
  readonly y: number;
  readonly centre: number;
  readonly gram: number;
  readonly sums: number;
  readonly level: number;
  readonly isWarm: boolean;
  readonly result: number;
}

function call(exports: KernelExports, memory: KernelMemory, input: GridInput, places: Places): number {
  const { growth, terms, changepoints, stepMs, clockStart } = input;
  return exports.fitGrid(
    input.y.length,
    input.count,
    stepMs,
    clockStart,
    places.y,
    places.centre,
    input.scaling === 'minmax' ? 1 : 0,
    GROWTHS[growth],
    terms.length,
    memory.putTerms(terms),
    changepoints.length,
    memory.put(changepoints),
    input.changepointPriorScale,
    places.gram,
    places.sums,
    places.level,
    places.isWarm ? 1 : 0,
    places.result,
  );
}

function shapeOf({ growth, terms, changepoints, y, stepMs }: GridInput) {
  return { growth, n: y.length, stepMs, waves: terms, changepoints };
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
