import { basename } from 'node:path';

import { labeledFiles } from '../labeled/labeledFiles';
import { opsKinds } from '../ops/opsKinds';
import type { Task } from './runTask';

/** Message counts are no metrics of servers: they are evaluated apart. */
const COUNTS = 'Twitter_volume_';

/**
 * The tasks for folders of labeled files.
 * @param isAblated whether the adaptive preset is taken apart; on message counts it never is, for they would take most of the time.
 * @throws Error for a folder without CSV files.
 */
export async function labeledTasks(folders: readonly string[], isAblated: boolean): Promise<readonly Task[]> {
  const tasks: Task[] = [];
  for (const path of folders) {
    const paths = await labeledFiles(path);
    const counts = paths.filter((file) => basename(file).startsWith(COUNTS));
    const others = paths.filter((file) => !counts.includes(file));
    const isMixed = counts.length > 0 && others.length > 0;
    if (others.length > 0) {
      const folder = `${basename(path)}${isMixed ? ', servers' : ''}`;
      tasks.push({ type: 'labeled', folder, paths: others, isAblated });
    }
    if (counts.length > 0) {
      const folder = `${basename(path)}${isMixed ? ', message counts' : ''}`;
      tasks.push({ type: 'labeled', folder, paths: counts, isAblated: false });
    }
  }
  return tasks;
}

/** The tasks on simulated series. */
export function simulatedTasks(): readonly Task[] {
  const kinds = opsKinds.map((_, kind) => kind);
  return [
    ...kinds.map((kind): Task => ({ type: 'ops', kind })),
    ...kinds.map((kind): Task => ({ type: 'opsVariants', kind })),
    ...[0, 1].map((detector): Task => ({ type: 'sensitivity', detector })),
  ];
}
