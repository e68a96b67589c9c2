import type { BenchReport, FolderResult } from './benchReport';
import type { EventTotals } from './eventTotals';
import { PUBLISHED_F1, type TaskResult, type TaskScores } from './originalTask';
import type { SensitivityCurve } from './sensitivityCurve';
import { plantedKinds } from './simulatedSeries';
import type { WeekendResult } from './weekendSteps';

type Row = readonly string[];

const share = (value: number) => (Number.isNaN(value) ? '-' : value.toFixed(2));

function table(header: Row, rows: readonly Row[]): string {
  const line = (cells: Row) => `| ${cells.join(' | ')} |`;
  return [line(header), line(header.map((_, column) => (column === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n');
}

function eventCells(events: EventTotals): Row {
  const { nFound, nMissed, nFalse, precision, recall, f1, falseEventsPerDay } = events;
  return [
    `${nFound} of ${nFound + nMissed}`,
    String(nFalse),
    share(precision),
    share(recall),
    share(f1),
    share(falseEventsPerDay),
  ];
}

const eventHeader = ['', 'found', 'false', 'precision', 'recall', 'F1', 'false a day'];

function folderTable({ folder, results }: FolderResult): string {
  const parts = results.map(({ name, files, total }) => {
    const rows = files.map((file) => [file.name, ...eventCells(file.events)]);
    return `${folder}, ${name}\n\n${table(eventHeader, [...rows, ['**all**', ...eventCells(total)]])}`;
  });
  return parts.join('\n\n');
}

function overallTable(overall: BenchReport['overall']): string {
  return `all folders\n\n${table(
    eventHeader,
    overall.map(({ name, total }) => [name, ...eventCells(total)]),
  )}`;
}

function curveTable({ name, points, meanSigma }: SensitivityCurve): string {
  const header = ['size', ...plantedKinds, 'recall', 'precision', 'false a day'];
  const rows = points.map(({ size, events, recallByKind }) => [
    size.toFixed(1),
    ...plantedKinds.map((kind) => share(recallByKind[kind] ?? NaN)),
    share(events.recall),
    share(events.precision),
    share(events.falseEventsPerDay),
  ]);
  return `${name}; the fits' own sigmaObs is ${meanSigma.toFixed(2)} times the noise\n\n${table(header, rows)}`;
}

function weekendTable(weekends: readonly WeekendResult[]): string {
  const header = ['', ...weekends[0].steps.map(({ weekendStep }) => `step of ${weekendStep}`)];
  const rows = weekends.flatMap(({ name, steps }) => [
    [`${name}, recall`, ...steps.map(({ events }) => share(events.recall))],
    [`${name}, precision`, ...steps.map(({ events }) => share(events.precision))],
  ]);
  return table(header, rows);
}

function taskTable(tasks: readonly TaskResult[]): string {
  const row = (name: string, { thresholdMultiplier, pointF1, eventF1 }: TaskScores) => [
    name,
    thresholdMultiplier.toFixed(1),
    share(pointF1),
    share(eventF1),
  ];
  const rows = tasks.flatMap(({ name, atOwn, bestForPoints, bestForEvents }) => [
    row(`${name}, as it is`, atOwn),
    row(`${name}, best threshold for points`, bestForPoints),
    row(`${name}, best threshold for events`, bestForEvents),
  ]);
  const published = ['Python detector, as published', '-', share(PUBLISHED_F1), '-'];
  return table(['', 'multiplier', 'F1 of points', 'F1 of events'], [published, ...rows]);
}

/** The report as Markdown. */
export function reportTables({ folders, overall, seeds, curves, weekends, tasks }: BenchReport): string {
  const labeled = [
    '## Labeled series, streaming: each day with the model fitted to the days before',
    ...folders.map(folderTable),
    overallTable(overall),
  ];
  return [
    ...(folders.length === 0 ? [] : labeled),
    `## Simulated series, seeds ${seeds.first} to ${seeds.last}: recall by size in standard deviations of the noise`,
    ...curves.map(curveTable),
    "## The same, anomalies of 6 standard deviations, by the step at the weekend's midnights",
    weekendTable(weekends),
    "## The Python detector's task with correct labels, the same seeds",
    taskTable(tasks),
  ].join('\n\n');
}
