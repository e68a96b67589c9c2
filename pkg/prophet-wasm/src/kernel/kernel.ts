import type { KernelExports } from './bindings.js';
import { fitGrid, fitSummedGrid, type GridInput, type GridOutput, type SummedGrid } from './fitGrid.js';
import type { FitOutput } from './fitOutput.js';
import { fitRows, refitRows, type RowsInput, type RowsOutput } from './fitRows.js';
import { createMemory } from './memory.js';
import { predictGrid, type GridRowsInput } from './predictGrid.js';
import { predictRows, predictTrendRows } from './predictRows.js';
import type { PredictInput, ScaledForecast, ScaledTrend, TrendInput } from './predictRows.js';
import { sumStretches, type StretchInput } from './sumStretches.js';

/** The kernel behind plain numbers and arrays. */
export interface Kernel {
  /** The fit of rows at any times; with moments of another series on the same times, whose Gram matrix is known. */
  fitRows(input: RowsInput, like?: Float64Array): RowsOutput;
  /** The fit of rows with other priors, from their moments alone; null where the rows are needed. */
  refitRows(input: RowsInput, moments: Float64Array): FitOutput | null;
  /** The fit of a regular series. */
  fitGrid(input: GridInput): GridOutput;
  /** The fit of a regular series of which the sums are known; null where all values are equal. */
  fitSummedGrid(input: GridInput, summed: SummedGrid): FitOutput | null;
  /** Sums of a regular series, stretch by stretch. */
  sumStretches(input: StretchInput): Float64Array;
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
    fitGrid: (input) => fitGrid(exports, memory, input),
    fitSummedGrid: (input, summed) => fitSummedGrid(exports, memory, input, summed),
    sumStretches: (input) => sumStretches(exports, memory, input),
    predictGrid: (input) => predictGrid(exports, memory, input),
    predict: (input) => predictRows(exports, memory, input),
    predictTrend: (input) => predictTrendRows(exports, memory, input),
  };
}
