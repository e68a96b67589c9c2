import type { LabeledReport } from '../labeled/measureLabeled';
import { ABLATION_SEEDS, OPS_SEEDS, type TaskResult } from '../tasks/runTask';
import { ablationTable } from './ablationTable';
import { fileTable, folderTable } from './labeledTables';
import { opsTable } from './opsTable';
import { sensitivityTable } from './sensitivityTable';

/** The benchmark as Markdown: what was measured on labeled series, then on simulated ones if it was. */
export function reportText(results: readonly TaskResult[]): string {
  const folders = results.flatMap((one) => (one.type === 'labeled' ? [one.report] : []));
  const parts = folders.length === 0 ? [] : labeledParts(folders);
  const isSimulated = results.some(({ type }) => type === 'ops');
  return [...parts, ...(isSimulated ? simulatedParts(results, folders) : [])].join('\n\n');
}

function labeledParts(folders: readonly LabeledReport[]): readonly string[] {
  return [
    '## Labeled series, each row scored once, as it came in',
    ...folders.flatMap((one) => [folderTable(one), fileTable(one)]),
  ];
}

function simulatedParts(results: readonly TaskResult[], folders: readonly LabeledReport[]): readonly string[] {
  const ops = results.flatMap((one) => (one.type === 'ops' ? [one.report] : []));
  const variants = results.flatMap((one) => (one.type === 'opsVariants' ? [one.variants] : []));
  const curves = results.flatMap((one) => (one.type === 'sensitivity' ? [one.curve] : []));
  const ablated = folders.filter((folder) => folder.variants.length > 0);
  return [
    `## Ops-like series, ${OPS_SEEDS} seeds each: found of planted, false alarms, seeds that met what is wanted`,
    opsTable(ops),
    `## The adaptive preset without its parts: found, false alarms, Numenta score; ops-like series (${ABLATION_SEEDS} seeds) as above`,
    ablationTable(ablated, variants),
    '## Simulated series: recall by size in standard deviations of the noise',
    ...curves.map(sensitivityTable),
  ];
}
