import type { Engine } from 'foreband-engine';

import type { Contestant } from './contestant';
import { totalEvents } from './eventTotals';
import { evaluateFiles, type FilesResult } from './evaluateFiles';
import type { LabeledSeries } from './labeledFiles';
import { originalTask, type TaskResult } from './originalTask';
import { sensitivityCurve, type SensitivityCurve } from './sensitivityCurve';
import { simulatedSeries } from './simulatedSeries';
import { evaluateWeekends, type WeekendResult } from './weekendSteps';

/** A folder of labeled series, evaluated. */
export interface FolderResult {
  readonly folder: string;
  readonly results: readonly FilesResult[];
}

/** Everything the benchmark measures. */
export interface BenchReport {
  readonly contestants: readonly Contestant[];
  readonly folders: readonly FolderResult[];
  /** All folders together, for each contestant. */
  readonly overall: ReadonlyArray<Pick<FilesResult, 'name' | 'total'>>;
  readonly seeds: { readonly first: number; readonly last: number };
  readonly curves: readonly SensitivityCurve[];
  readonly weekends: readonly WeekendResult[];
  readonly tasks: readonly TaskResult[];
}

/** How many series are simulated. */
const N_SIMULATED = 30;

/** The plan of the measurement. */
export interface BenchInput {
  /** Labeled series by the name of their folder. */
  readonly folders: ReadonlyMap<string, readonly LabeledSeries[]>;
  /** Seed of the first simulated series; the others follow. */
  readonly firstSeed: number;
  readonly contestants: readonly Contestant[];
}

/** Measures every contestant on labeled and on simulated series. */
export function measure(engine: Engine, { folders, firstSeed, contestants }: BenchInput): BenchReport {
  const seeds = Array.from({ length: N_SIMULATED }, (_, place) => firstSeed + place);
  const simulated = seeds.map((seed) => simulatedSeries(seed));
  const evaluated = [...folders].map(([folder, files]) => ({
    folder,
    results: contestants.map((contestant) => evaluateFiles(engine, files, contestant)),
  }));
  return {
    contestants,
    folders: evaluated,
    overall: contestants.map(({ name }, place) => ({
      name,
      total: totalEvents(evaluated.map(({ results }) => results[place].total)),
    })),
    seeds: { first: firstSeed, last: firstSeed + N_SIMULATED - 1 },
    curves: contestants.map((contestant) => sensitivityCurve(engine, simulated, contestant)),
    weekends: contestants.map((contestant) => evaluateWeekends(engine, seeds, contestant)),
    tasks: contestants.map((contestant) => originalTask(engine, simulated, contestant)),
  };
}
