import { folderFigures } from '../labelled/folderFigures';
import type { LabelledReport } from '../labelled/measureLabelled';
import type { OpsReport } from '../ops/measureOps';
import { opsCell } from './opsTable';
import { numberCell, table } from './table';

/** What each part of the adaptive preset is worth: found, false alarms and Numenta score by folder, and the ops-like series. */
export function ablationTable(folders: readonly LabelledReport[], ops: OpsReport['contestants']): string {
  const rows = ops.map(({ name, seeds }, place) => [
    name,
    ...folders.map(({ variants }) => {
      const { nEvents, found, false: wrong, numenta } = folderFigures(variants[place].files);
      return `${found.value} of ${nEvents}, ${wrong.value}, ${numberCell(numenta.value, 1)}`;
    }),
    opsCell(seeds),
  ]);
  return table(['', ...folders.map(({ folder }) => folder), 'ops-like'], rows);
}
