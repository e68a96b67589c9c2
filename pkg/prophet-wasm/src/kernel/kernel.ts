import type { KernelExports } from './bindings.js';
import { fitGrid, refitGrid, type GridInput, type GridOutput, type GridSums } from './fitGrid.js';
import type { FitOutput } from './fitOutput.js';
import { fitRows, refitRows, type RowsInput, type RowsOutput } from './fitRows.js';
import { createGramMemory } from './gramMemory.js';
import { createMemory } from './memory.js';
import { predictRows, predictTrendRows } from './predictRows.js';
import type { PredictInput, ScaledForecast, ScaledTrend, TrendInput } from './predictRows.js';

/** The kernel behind plain numbers and arrays. */
export interface Kernel {
  /** The fit of rows at any times; with moments of another series on the same times, whose Gram matrix is known. */
  fitRows(input: RowsInput, like?: Float64Array): RowsOutput;
  /** The fit of rows with other priors, from their moments alone; null where the rows are needed. */
  refitRows(input: RowsInput, moments: Float64Array): FitOutput | null;
  /** The fit of a regular series. */
  fitGrid(input: GridInput): GridOutput;
  /** The fit of a complete regular series from its sums, starting from that of a similar one; null where rows are needed. */
  refitGrid(input: GridInput, sums: GridSums, from: FitOutput['params']): FitOutput | null;
  /** The parts of a forecast. */
  predict(input: PredictInput): ScaledForecast;
  /** The trend and its interval. */
  predictTrend(input: TrendInput): ScaledTrend;
}

/** Wraps an instance. */
export function createKernel(exports: KernelExports): Kernel {
  const memory = createMemory(exports);
  const grams = createGramMemory();
  return {
    fitRows: (input, like) => fitRows(exports, memory, input, like),
    refitRows: (input, moments) => refitRows(exports, memory, input, moments),
    fitGrid: (input) => fitGrid(exports, memory, grams, input),
    refitGrid: (input, sums, from) => refitGrid(exports, memory, grams, input, sums, from),
    predict: (input) => predictRows(exports, memory, input),
    predictTrend: (input) => predictTrendRows(exports, memory, input),
  };
}
