import { guessUnit, type Unit } from '../../guessUnit.js';
import type { Series } from '../../series.js';
import type { CsvColumn } from '../cells/csvColumn.js';
import type { ReadColumn } from '../columns/readColumn.js';
import type { NoticedSeries } from '../csvNotices.js';

import { mergeRows } from './mergeRows.js';
import type { SeriesGroups } from './seriesGroups.js';
import { distinctNames, seriesIdentity } from './seriesNames.js';

/** The rows of a file, column by column. */
export interface CsvTable {
  /** Epoch milliseconds of every row, in the order of the file. */
  readonly time: Float64Array;
  readonly groups: SeriesGroups;
  /** The columns of values. */
  readonly columns: readonly ReadColumn[];
  /** The column that says what was anomalous. */
  readonly label: CsvColumn | undefined;
}

// The rows of each group, in the order of the file.
function rowsOfGroups({ groups }: SeriesGroups): readonly Uint32Array[] {
  const counts = new Uint32Array(groups.texts.length);
  groups.of.forEach((group) => counts[group]++);
  const rows = Array.from(counts, (count) => new Uint32Array(count));
  const filled = new Uint32Array(counts.length);
  groups.of.forEach((group, row) => {
    rows[group][filled[group]] = row;
    filled[group]++;
  });
  return rows;
}

// A column of labels that says nothing at all is none.
function labelsOf(label: CsvColumn | undefined, rows: Uint32Array): readonly string[] | null {
  const labels = label === undefined ? [] : Array.from(rows, (row) => label.textAt(row));
  return labels.some((text) => text !== '') ? labels : null;
}

function unitOf(series: Series, symbol: string): Unit {
  return symbol === '%' ? 'percent' : symbol === '' ? guessUnit(series) : 'other';
}

/** The series of a file, one at each step. */
export function* csvSeries({ time, groups, columns, label }: CsvTable): Generator<NoticedSeries> {
  const identities = columns.flatMap(({ column }) =>
    groups.groups.texts.map((_, group) => seriesIdentity(column, group, groups)),
  );
  const names = distinctNames(identities.map(({ name }) => name));
  const rowsOf = rowsOfGroups(groups);
  for (const [place, { labels: seriesLabels }] of identities.entries()) {
    const { y, symbol, writtenUnits } = columns[Math.floor(place / rowsOf.length)];
    const rows = rowsOf[place % rowsOf.length];
    const isWhole = rowsOf.length === 1;
    const own = {
      time: isWhole ? time : Float64Array.from(rows, (row) => time[row]),
      y: isWhole ? y : Float64Array.from(rows, (row) => y[row]),
      labels: labelsOf(label, rows),
    };
    const { labels, nRepeated, thinnedToMs, ...merged } = mergeRows(own);
    const series = { name: names[place], labels: seriesLabels, ...merged };
    yield { series, labels, unit: unitOf(series, symbol), symbol, writtenUnits, nRepeated, thinnedToMs };
  }
}
