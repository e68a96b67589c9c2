import type { LabelledReport } from '../labelled/measureLabelled';
import { ABLATION_SEEDS, OPS_SEEDS, type SimulatedReport } from '../measureSimulated';
import { ablationTable } from './ablationTable';
import { fileTable, folderTable } from './labelledTables';
import { opsTable } from './opsTable';
import { sensitivityTable } from './sensitivityTable';

/** What was measured on labelled series, as Markdown. */
export function labelledReport(folders: readonly LabelledReport[]): string {
  return [
    '## Labelled series, each row scored once, as it came in',
    ...folders.flatMap((one) => [folderTable(one), fileTable(one)]),
  ].join('\n\n');
}

/** What was measured on simulated series, and the ablation, as Markdown. */
export function simulatedReport(
  { ops, variants, curves }: SimulatedReport,
  labelled: readonly LabelledReport[],
): string {
  const servers = labelled.filter((folder) => folder.variants.length > 0);
  return [
    `## Ops-like series, ${OPS_SEEDS} seeds each: found of planted, false alarms, seeds that met what is wanted`,
    opsTable(ops),
    `## The adaptive preset without its parts: found, false alarms, Numenta score; ops-like series (${ABLATION_SEEDS} seeds) as above`,
    ablationTable(servers, variants),
    '## Simulated series: recall by size in standard deviations of the noise',
    ...curves.map(sensitivityTable),
  ].join('\n\n');
}
