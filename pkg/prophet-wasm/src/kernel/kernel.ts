import type { KernelExports } from './bindings.js';
import { fitGrid, type GridInput, type GridOutput } from './fitGrid.js';
import type { FitOutput } from './fitOutput.js';
import { fitRows, type RowsInput } from './fitRows.js';
import { createGramMemory } from './gramMemory.js';
import { createMemory } from './memory.js';
import { predictRows, predictTrendRows } from './predictRows.js';
import type { PredictInput, ScaledForecast, ScaledTrend, TrendInput } from './predictRows.js';

/** The kernel behind plain numbers and arrays. */
export interface Kernel {
  /** The fit of rows at any times. */
  fitRows(input: RowsInput): FitOutput;
  /** The fit of a regular series. */
  fitGrid(input: GridInput): GridOutput;
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
    fitRows: (input) => fitRows(exports, memory, input),
    fitGrid: (input) => fitGrid(exports, memory, grams, input),
    predict: (input) => predictRows(exports, memory, input),
    predictTrend: (input) => predictTrendRows(exports, memory, input),
  };
}
