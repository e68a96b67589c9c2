import { segmentPlaces } from '../fit/segmentPlaces.js';
import type { GridRows } from '../history/gridRows.js';
import { typicalOf, type GridInput, type GridSums } from '../kernel/fitGrid.js';
import type { Kernel } from '../kernel/kernel.js';
import { STRETCH, STRETCH_SCALARS } from '../kernel/sumStretches.js';
import { coefficientsOf, type KernelTerm } from '../kernel/term.js';

/** Sums of a regular series that grow with the rows asked for: each row is looked at once, whatever the changepoints are. */
export interface StretchSums {
  /** Whether these are the sums of such waves. */
  readonly isFor: (waves: readonly KernelTerm[]) => boolean;
  /** The sums that a fit of the rows before `end` needs. */
  readonly sumsUntil: (end: number, input: GridInput) => GridSums;
}

// Places of a stretch's numbers (`assembly/grid/sumStretches.ts`).
const [LEVEL, SLOPE, SQUARES, SMALLEST, LARGEST] = [0, 1, 2, 3, 4];

/**
 * Stretches of rows are summed once and kept: level and slope of each by itself, for a segment may begin and end anywhere;
 * of all else, which only ever grows, what has come together before each.
 */
export function createStretchSums(kernel: Kernel, { y, stepMs }: GridRows, waves: readonly KernelTerm[]): StretchSums {
  const nWaves = waves.reduce((sum, wave) => sum + coefficientsOf(wave), 0);
  const width = STRETCH_SCALARS + nWaves;
  // About a value from the start, which lies within the range of every part of the series that is long enough to have one.
  const centre = typicalOf(y.subarray(0, y.findIndex((value) => !Number.isNaN(value)) + STRETCH));
  const nWhole = Math.floor(y.length / STRETCH);
  const levels = new Float64Array(nWhole);
  const slopes = new Float64Array(nWhole);
  const before = new Float64Array((nWhole + 1) * width).fill(0, 0, width);
  before[SMALLEST] = Infinity;
  before[LARGEST] = -Infinity;
  let known = 0;

  /** What all rows before `end` come to; keeps what whole stretches do on the way. */
  const totalUntil = (end: number): Float64Array => {
    const whole = Math.floor(end / STRETCH);
    const from = Math.min(known, whole);
    const total = before.slice(from * width, (from + 1) * width);
    const start = from * STRETCH;
    if (start === end) {
      return total;
    }
    const added = kernel.sumStretches({ start, stepMs, y: y.subarray(start, end), centre, waves });
    for (let i = from; i * STRETCH < end; i++) {
      const stretch = added.subarray((i - from) * width, (i - from + 1) * width);
      addStretch(total, stretch);
      if (i < whole) {
        levels[i] = stretch[LEVEL];
        slopes[i] = stretch[SLOPE];
        before.set(total, (i + 1) * width);
      }
    }
    known = Math.max(known, whole);
    return total;
  };

  return {
    isFor: (others) =>
      others.length === waves.length &&
      others.every(
        ({ periodMs, fourierOrder }, i) =>
          periodMs === waves[i].periodMs && fourierOrder === waves[i].fourierOrder,
      ),
    sumsUntil(end, { y: rows, lead, changepoints, terms }) {
      const total = totalUntil(end);
      const { origins, starts } = segmentPlaces(changepoints, rows.length);
      const nSegments = origins.length;
      const steps = terms.flatMap(({ stepRow }) => (stepRow === undefined ? [] : [stepRow]));
      const values = new Float64Array(2 * nSegments + nWaves + steps.length + 1);
      const ranges = { y, centre, levels, slopes };
      for (let j = 0; j < nSegments; j++) {
        const { level, slope } = sumRange(ranges, lead + starts[j], lead + starts[j + 1], lead + origins[j]);
        values[j] = level;
        values[nSegments + j] = slope;
      }
      values.set(total.subarray(STRETCH_SCALARS), 2 * nSegments);
      steps.forEach((row, i) => {
        values[2 * nSegments + nWaves + i] = sumRange(ranges, Math.min(lead + row, end), end, lead + row).level;
      });
      values[values.length - 1] = total[SQUARES];
      return { values, centre, yMin: total[SMALLEST], yMax: total[LARGEST] };
    },
  };
}

function addStretch(total: Float64Array, stretch: Float64Array): void {
  const smallest = Math.min(total[SMALLEST], stretch[SMALLEST]);
  const largest = Math.max(total[LARGEST], stretch[LARGEST]);
  for (let i = 0; i < total.length; i++) {
    total[i] += stretch[i];
  }
  total[SMALLEST] = smallest;
  total[LARGEST] = largest;
}

/** What ranges of rows are summed from: the rows at their ends, and whole stretches between. */
interface Ranges {
  readonly y: Float64Array;
  readonly centre: number;
  readonly levels: Float64Array;
  readonly slopes: Float64Array;
}

/** Level of the rows from `from` to before `to`, and slope about `origin`. */
function sumRange({ y, centre, levels, slopes }: Ranges, from: number, to: number, origin: number) {
  let level = 0;
  let slope = 0;
  let row = from;
  while (row < to) {
    if (row % STRETCH === 0 && row + STRETCH <= to) {
      const stretch = row / STRETCH;
      level += levels[stretch];
      slope += slopes[stretch] + (row - origin) * levels[stretch];
      row += STRETCH;
    } else {
      const rest = y[row] - centre;
      if (!Number.isNaN(rest)) {
        level += rest;
        slope += (row - origin) * rest;
      }
      row++;
    }
  }
  return { level, slope };
}
