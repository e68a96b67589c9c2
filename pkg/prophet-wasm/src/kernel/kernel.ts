import type { KernelExports } from './bindings.js';
import { fitGrid, refitGrid, type GridInput, type GridOutput, type GridSums, type WaveSums } from './fitGrid.js';
import type { FitOutput } from './fitOutput.js';
import { fitRows, refitRows, type RowsInput, type RowsOutput } from './fitRows.js';
import { createMemory } from './memory.js';
import { predictGrid, type GridRowsInput } from './predictGrid.js';
import { predictRows, predictTrendRows } from './predictRows.js';
import type { PredictInput, ScaledForecast, ScaledTrend, TrendInput } from './predictRows.js';
import { projectStretches, type StretchInput } from './projectStretches.js';

/** The kernel behind plain numbers and arrays. */
export interface Kernel {
  /** The fit of rows at any times; with moments of another series on the same times, whose Gram matrix is known. */
  fitRows(input: RowsInput, like?: Float64Array): RowsOutput;
  /** The fit of rows with other priors, from their moments alone; null where the rows are needed. */
  refitRows(input: RowsInput, moments: Float64Array): FitOutput | null;
  /** The fit of a regular series; with its sums times waves, where they are known. */
  fitGrid(input: GridInput, known?: WaveSums): GridOutput;
  /** The fit of a regular series from its sums, starting from that of a similar one; null where its rows are needed. */
  refitGrid(input: GridInput, sums: GridSums, from: FitOutput['params']): FitOutput | null;
  /** Sums of a regular series times waves, over all rows to the end of each stretch. */
  projectStretches(input: StretchInput): Float64Array;
  /** The point forecast alone at regular rows, in data units. */
  predictGrid(input: GridRowsInput): Float64Array;
  /** The parts of a forecast. */
  predict(input: PredictInput): ScaledForecast;
  /** The trend and its interval. */
  predictTrend(input: TrendInput): ScaledTrend;
}

/** Wraps an instance. */
export function createKernel(exports: KernelExports): Kernel {
  const memory = createMemory(exports);
  return {
    fitRows: (input, like) => fitRows(exports, memory, input, like),
    refitRows: (input, moments) => refitRows(exports, memory, input, moments),
    fitGrid: (input, known) => fitGrid(exports, memory, input, known),
    refitGrid: (input, sums, from) => refitGrid(exports, memory, input, sums, from),
    projectStretches: (input) => projectStretches(exports, memory, input),
    predictGrid: (input) => predictGrid(exports, memory, input),
    predict: (input) => predictRows(exports, memory, input),
    predictTrend: (input) => predictTrendRows(exports, memory, input),
  };
}
