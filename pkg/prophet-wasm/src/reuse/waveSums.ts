import type { GridRows } from '../history/gridRows.js';
import { typicalOf, type WaveSums } from '../kernel/fitGrid.js';
import type { Kernel } from '../kernel/kernel.js';
import { STRETCH } from '../kernel/projectStretches.js';
import { coefficientsOf, type KernelTerm } from '../kernel/term.js';

/** Sums of a regular series times waves, which grow with the rows asked for: every row is summed once. */
export interface GrowingSums {
  /** Whether these are the sums of such waves. */
  readonly isFor: (waves: readonly KernelTerm[]) => boolean;
  /** The sums over the rows before `end`. */
  readonly until: (end: number) => WaveSums;
}

/**
 * Whole stretches of rows are summed once, and what has come together to the end of each is kept, so that the same rows have
 * the same sums to the last bit, whatever was asked before.
 */
export function createGrowingSums(kernel: Kernel, { y, stepMs }: GridRows, waves: readonly KernelTerm[]): GrowingSums {
  const width = waves.reduce((sum, wave) => sum + coefficientsOf(wave), 0);
  // A value of the first rows lies within the range of however few rows are asked for.
  const centre = typicalOf(y.subarray(0, y.findIndex((value) => !Number.isNaN(value)) + STRETCH));
  const kept = new Float64Array((Math.floor(y.length / STRETCH) + 1) * width);
  let nKept = 0;
  return {
    isFor: (others) =>
      others.length === waves.length &&
      others.every((other, i) => other.periodMs === waves[i].periodMs && other.fourierOrder === waves[i].fourierOrder),
    until(end) {
      const nWhole = Math.floor(end / STRETCH);
      const from = Math.min(nKept, nWhole);
      const start = from * STRETCH;
      const before = kept.subarray(from * width, (from + 1) * width);
      if (width === 0 || start === end) {
        return { values: before, centre };
      }
      const grown = kernel.projectStretches({ start, stepMs, y: y.subarray(start, end), centre, waves, before });
      kept.set(grown.subarray(0, (nWhole - from) * width), (from + 1) * width);
      nKept = Math.max(nKept, nWhole);
      return { values: grown.subarray(grown.length - width), centre };
    },
  };
}
