import type { Engine } from 'foreband-engine';

import type { Contestant } from './contestant';
import { totalEvents } from './eventTotals';
import { judgeFiles, type FilesResult } from './judgeFiles';
import type { LabelledSeries } from './labelledFiles';
import { originalTask, type TaskResult } from './originalTask';
import { sensitivityCurve, type SensitivityCurve } from './sensitivityCurve';
import { simulatedSeries } from './simulatedSeries';
import { judgeWeekends, type WeekendResult } from './weekendSteps';

/** A folder of labelled series, judged. */
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

/** What is to be measured. */
export interface BenchInput {
  /** Labelled series by the name of their folder. */
  readonly folders: ReadonlyMap<string, readonly LabelledSeries[]>;
  /** Seed of the first simulated series; the others follow. */
  readonly firstSeed: number;
  readonly contestants: readonly Contestant[];
}

/** Measures every contestant on labelled and on simulated series. */
export function measure(engine: Engine, { folders, firstSeed, contestants }: BenchInput): BenchReport {
  const seeds = Array.from({ length: N_SIMULATED }, (_, place) => firstSeed + place);
  const simulated = seeds.map((seed) => simulatedSeries(seed));
  const judged = [...folders].map(([folder, files]) => ({
    folder,
    results: contestants.map((contestant) => judgeFiles(engine, files, contestant)),
  }));
  return {
    contestants,
    folders: judged,
    overall: contestants.map(({ name }, place) => ({
      name,
      total: totalEvents(judged.map(({ results }) => results[place].total)),
    })),
    seeds: { first: firstSeed, last: firstSeed + N_SIMULATED - 1 },
    curves: contestants.map((contestant) => sensitivityCurve(engine, simulated, contestant)),
    weekends: contestants.map((contestant) => judgeWeekends(engine, seeds, contestant)),
    tasks: contestants.map((contestant) => originalTask(engine, simulated, contestant)),
  };
}
