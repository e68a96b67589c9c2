import type { GridRows } from '../history/gridRows.js';
import { typicalOf, type WaveSums } from '../kernel/fitGrid.js';
import type { Kernel } from '../kernel/kernel.js';
import { STRETCH } from '../kernel/projectStretches.js';
import { coefficientsOf, type KernelTerm } from '../kernel/term.js';

/** The sums of a regular series times waves over its rows before `end`. */
export type WaveSummer = (waves: readonly KernelTerm[], end: number) => WaveSums;

/** One set of waves with its sums up to any row. */
interface Growing {
  readonly waves: readonly KernelTerm[];
  readonly until: (end: number) => WaveSums;
}

/** Sets of waves that are remembered: those of a series' first days, of its first weeks, and of all of it. */
const CAPACITY = 4;

/** Sums that grow with the rows asked for: for the last few sets of waves, every row is summed once. */
export function createWaveSums(kernel: Kernel, rows: GridRows): WaveSummer {
  let known: readonly Growing[] = [];
  return (waves, end) => {
    let growing = known.find((one) => isSame(one.waves, waves));
    if (growing === undefined) {
      growing = { waves, until: createGrowingSums(kernel, rows, waves) };
      known = [growing, ...known].slice(0, CAPACITY);
    }
    return growing.until(end);
  };
}

function isSame(one: readonly KernelTerm[], other: readonly KernelTerm[]): boolean {
  return (
    one.length === other.length &&
    one.every(
      ({ periodMs, fourierOrder }, i) => periodMs === other[i].periodMs && fourierOrder === other[i].fourierOrder,
    )
  );
}

/**
 * Whole stretches of rows are summed once, and what has come together to the end of each is kept, so that the same rows have
 * the same sums to the last bit, whatever was asked before.
 */
function createGrowingSums(kernel: Kernel, { y, stepMs }: GridRows, waves: readonly KernelTerm[]): Growing['until'] {
  const width = waves.reduce((sum, wave) => sum + coefficientsOf(wave), 0);
  // A value of the first rows lies within the range of however few rows are asked for.
  const center = typicalOf(y.subarray(0, y.findIndex((value) => !Number.isNaN(value)) + STRETCH));
  const kept = new Float64Array((Math.floor(y.length / STRETCH) + 1) * width);
  let nKept = 0;
  return (end) => {
    const nWhole = Math.floor(end / STRETCH);
    const from = Math.min(nKept, nWhole);
    const start = from * STRETCH;
    const before = kept.subarray(from * width, (from + 1) * width);
    if (width === 0 || start === end) {
      return { values: before, center };
    }
    const grown = kernel.projectStretches({ start, stepMs, y: y.subarray(start, end), center, waves, before });
    kept.set(grown.subarray(0, (nWhole - from) * width), (from + 1) * width);
    nKept = Math.max(nKept, nWhole);
    return { values: grown.subarray(grown.length - width), center };
  };
}
