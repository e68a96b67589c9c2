import { type Figure, folderFigures } from '../labeled/folderFigures';
import type { DetectorFiles, LabeledReport } from '../labeled/measureLabeled';
import { numberCell, type Row, table } from './table';

const HEADER = ['', 'found', 'false', 'false a day', 'F1', 'Numenta score'];

/** One file says nothing of how others would do. */
const cellsOf =
  (nFiles: number) =>
  ({ value, lower, upper }: Figure, digits: number, of = ''): string => {
    const [at, from, to] = [value, lower, upper].map((one) => numberCell(one, digits));
    return nFiles === 1 ? `${at}${of}` : `${at}${of} (${from} to ${to})`;
  };

function figuresRow({ name, files }: DetectorFiles): Row {
  const figures = folderFigures(files);
  const cell = cellsOf(files.length);
  return [
    name,
    cell(figures.found, 0, ` of ${figures.nEvents}`),
    cell(figures.false, 0),
    cell(figures.falseADay, 2),
    cell(figures.f1, 2),
    cell(figures.numenta, 1),
  ];
}

/** Figures of each detector on a folder, with 90 % intervals by bootstrap over its files. */
export function folderTable({ folder, names, contestants, everyPage }: LabeledReport): string {
  const [adaptive, ...others] = contestants;
  const rows = [adaptive, everyPage, ...others].map(figuresRow);
  const files = names.length === 1 ? 'one file' : `${names.length} files; in brackets 90 % intervals`;
  return `${folder}: ${files}\n\n${table(HEADER, rows)}`;
}

/** Figures of the adaptive preset on each file. */
export function fileTable({ folder, names, contestants }: LabeledReport): string {
  const rows = names.map((name, place) => [
    name,
    ...contestants.slice(0, 2).flatMap(({ files }) => {
      const { nFound, nEvents, nFalse, numenta } = files[place];
      return [`${nFound} of ${nEvents}`, String(nFalse), numberCell(numenta.raw, 2)];
    }),
  ]);
  const header = ['', ...contestants.slice(0, 2).flatMap(({ name }) => [`${name}: found`, 'false', 'raw score'])];
  return `${folder}, file by file\n\n${table(header, rows)}`;
}
