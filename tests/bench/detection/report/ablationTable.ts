import { folderFigures } from '../labeled/folderFigures';
import type { LabeledReport } from '../labeled/measureLabeled';
import type { DetectorSeeds } from '../ops/measureOps';
import { variantNames } from '../walk/variants';
import { opsCell } from './opsTable';
import { numberCell, table } from './table';

/**
 * Worth of each part of the adaptive preset: found, false alarms and Numenta score by folder, and all kinds of ops-like
 * series together.
 * @param ops the variants on each kind.
 */
export function ablationTable(folders: readonly LabeledReport[], ops: readonly (readonly DetectorSeeds[])[]): string {
  const rows = variantNames.map((name, place) => [
    name,
    ...folders.map(({ variants }) => {
      const { nEvents, found, false: wrong, numenta } = folderFigures(variants[place].files);
      return `${found.value} of ${nEvents}, ${wrong.value}, ${numberCell(numenta.value, 1)}`;
    }),
    opsCell(ops.flatMap((variants) => variants[place].seeds)),
  ]);
  return table(['', ...folders.map(({ folder }) => folder), 'ops-like'], rows);
}
