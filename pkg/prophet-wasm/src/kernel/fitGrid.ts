import type { Scaling } from '../options/prophetOptions.js';
import type { KernelExports } from './bindings.js';
import { fitSizes, readExtremes, readFit, startResult, type FitOutput } from './fitOutput.js';
import type { FitInput } from './fitRows.js';
import { NULL, type KernelMemory } from './memory.js';
import { GROWTHS } from './term.js';

/** A fit of a regular series whose first and last value are there; additive Fourier terms and steps, no logistic growth. */
export interface GridInput extends FitInput {
  readonly stepMs: number;
  /** Time on the clock of the seasonalities `lead` rows before the first, milliseconds. */
  readonly clockStart: number;
  readonly lead: number;
  /** Rows with a value. */
  readonly count: number;
  /** Rows without one, ascending, counted from where the clock shows `clockStart`. */
  readonly absent: Float64Array;
  readonly scaling: Scaling;
}

/** All that a fit needs to know of the values of a series: `assembly/grid/gridSums.ts`. */
export interface GridSums {
  /** Levels and slopes of all segments, sums with all features, sum of squares; of y about the center, in data units. */
  readonly values: Float64Array;
  readonly center: number;
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

/** Sums of y about a center, in data units, times sine and cosine of each wave. */
export interface WaveSums {
  readonly values: Float64Array;
  readonly center: number;
}

// Statuses of what was not fitted (`assembly/fitGrid.ts`, `assembly/solver/solver.ts`).
const CONSTANT = 4;
const MISCOUNTED = 5;
const LACKING_ROWS = 6;
// Which of the sums the kernel is given (`assembly/fitGrid.ts`).
const [NOTHING_KNOWN, WAVES_KNOWN, ALL_KNOWN] = [0, 1, 2];

const TYPICAL_ROWS = 16;

/** The kernel's fit of a regular series. */
export function fitGrid(
  exports: KernelExports,
  memory: KernelMemory,
  input: GridInput,
  known: WaveSums | null = null,
): GridOutput {
  memory.clear();
  const { nBeta, nResults } = fitSizes(input);
  const nSums = 2 * (input.changepoints.length + 1) + nBeta + 1;
  const center = known?.center ?? typicalOf(input.y);
  const sums = memory.put(startSums(nSums, nBeta, known));
  const result = memory.allocate(nResults);
  const status = call(exports, memory, input, {
    y: memory.put(input.y),
    center,
    sums,
    known: known === null ? NOTHING_KNOWN : WAVES_KNOWN,
    isWarm: false,
    result,
  });
  const values = memory.get(result, nResults);
  const found = { values: memory.get(sums, nSums), center, ...readExtremes(values) };
  if (status === CONSTANT || status === MISCOUNTED) {
    return { status: status === CONSTANT ? 'constant' : 'miscounted', sums: found, fit: null };
  }
  const fit = readFit(status, values, nBeta);
  return { status: fit.status, sums: found, fit };
}

function startSums(nSums: number, nBeta: number, known: WaveSums | null): Float64Array {
  const sums = new Float64Array(nSums);
  sums.set(known?.values ?? [], nSums - 1 - nBeta);
  return sums;
}

/**
 * The same for a series of which nothing but the sums is given, from the parameters of a series that is hardly different: null
 * where that is not enough, and the rows are needed.
 */
export function refitGrid(
  exports: KernelExports,
  memory: KernelMemory,
  input: GridInput,
  sums: GridSums,
  from: FitOutput['params'],
): FitOutput | null {
  memory.clear();
  const { nBeta, nResults } = fitSizes(input);
  const result = memory.put(startResult(nResults, from, sums));
  const status = call(exports, memory, input, {
    y: NULL,
    center: sums.center,
    sums: memory.put(sums.values),
    known: ALL_KNOWN,
    isWarm: true,
    result,
  });
  return status === CONSTANT || status === LACKING_ROWS ? null : readFit(status, memory.get(result, nResults), nBeta);
}

interface Places {
  readonly y: number;
  readonly center: number;
  readonly sums: number;
  readonly known: number;
  readonly isWarm: boolean;
  readonly result: number;
}

function call(exports: KernelExports, memory: KernelMemory, input: GridInput, places: Places): number {
  const { growth, terms, changepoints, stepMs, clockStart, lead } = input;
  return exports.fitGrid(
    input.y.length,
    input.count,
    stepMs,
    clockStart,
    lead,
    places.y,
    memory.put(input.absent),
    places.center,
    input.scaling === 'minmax' ? 1 : 0,
    GROWTHS[growth],
    terms.length,
    memory.putTerms(terms),
    changepoints.length,
    memory.put(changepoints),
    input.changepointPriorScale,
    places.sums,
    places.known,
    places.isWarm ? 1 : 0,
    places.result,
  );
}

/** About where the values lie: the mean of some that are there. Sums about it keep digits that an offset would cost. */
export function typicalOf(y: Float64Array): number {
  const step = Math.max(1, Math.floor(y.length / TYPICAL_ROWS));
  let sum = 0;
  let count = 0;
  for (let row = 0; row < y.length; row += step) {
    if (!Number.isNaN(y[row])) {
      sum += y[row];
      count++;
    }
  }
  return count > 0 ? sum / count : (y.find((value) => !Number.isNaN(value)) ?? 0);
}
