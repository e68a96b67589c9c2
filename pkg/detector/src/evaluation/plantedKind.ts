import { injectionKinds, type InjectionKind } from '../simulation/injection.js';

/** Kinds that displace what returns regularly: planted where the series has it. */
export const jobKinds = ['skippedJob', 'doubledJob', 'stoppedBatch'] as const;

/**
 * - `skippedJob`: one run of a recurring job does not come.
 * - `doubledJob`: one run of a recurring job is twice as large.
 * - `stoppedBatch`: for hours nothing comes of what returns several times a day.
 */
export type JobKind = (typeof jobKinds)[number];

/**
 * Kind of an anomaly that is planted in a series of somebody's own: those of the simulation, those of jobs, and `slowDrift`, a
 * drift of a day.
 */
export type PlantedKind = InjectionKind | JobKind | 'slowDrift';

/** Every kind that can be planted. */
export const plantedKinds: readonly PlantedKind[] = [...injectionKinds, 'slowDrift', ...jobKinds];

/** What returns in a series, row by row. */
export interface RecurringEffect {
  /** What it adds to each row of the series, in its unit; 0 while it does not run. */
  readonly effect: Float64Array;
  /** Its runs by their rows, ascending: `first <= row < end`. */
  readonly runs: ReadonlyArray<{ readonly first: number; readonly end: number }>;
}

/** Whether a kind displaces what returns. */
export function isJobKind(kind: PlantedKind): kind is JobKind {
  return jobKinds.some((one) => one === kind);
}

/** The runs of an effect: stretches of rows in which it adds something. */
export function runsOf(effect: Float64Array): RecurringEffect['runs'] {
  const runs: Array<{ first: number; end: number }> = [];
  for (let row = 0; row < effect.length; row++) {
    if (effect[row] === 0 || !Number.isFinite(effect[row])) {
      continue;
    }
    const last = runs.at(-1);
    if (last?.end === row) {
      last.end = row + 1;
    } else {
      runs.push({ first: row, end: row + 1 });
    }
  }
  return runs;
}
