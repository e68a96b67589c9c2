import { basename } from 'node:path';

import type { Prophet } from 'prophet-wasm';

import type { Contestant } from '../contestants';
import { labelledFiles, type LabelledSeries, readLabelledFile } from './labelledFiles';
import { type LabelledReport, measureLabelled } from './measureLabelled';

/** Message counts are no metrics of servers: they are judged apart. */
const COUNTS = 'Twitter_volume_';

/**
 * Reads folders of labelled files and goes through them with every contestant.
 * @param prophet for the ablation; null for none.
 * @throws Error for a folder without CSV files; RangeError for a file that cannot be read.
 */
export async function measureLabelledFolders(
  folders: readonly string[],
  contestants: readonly Contestant[],
  prophet: Prophet | null,
): Promise<readonly LabelledReport[]> {
  const reports: LabelledReport[] = [];
  for (const path of folders) {
    const files = await Promise.all((await labelledFiles(path)).map(readLabelledFile));
    for (const [folder, group] of groupsOf(basename(path), files)) {
      // The ablation is about servers; counts would take most of its time.
      const isCounts = group[0].name.startsWith(COUNTS);
      reports.push(measureLabelled({ folder, files: group, contestants, prophet: isCounts ? null : prophet }));
    }
  }
  return reports;
}

function groupsOf(
  folder: string,
  files: readonly LabelledSeries[],
): ReadonlyArray<readonly [string, readonly LabelledSeries[]]> {
  const counts = files.filter(({ name }) => name.startsWith(COUNTS));
  const others = files.filter(({ name }) => !name.startsWith(COUNTS));
  if (counts.length === 0 || others.length === 0) {
    return [[folder, files]];
  }
  return [
    [`${folder}, servers`, others],
    [`${folder}, message counts`, counts],
  ];
}
