import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';

import { labelsFromColumn, readCsv } from 'foreband-detector';
import Papa from 'papaparse';

import { probationRows, type LabelWindow } from '../counts/numentaScore';

/** A series with what should be found in it. */
export interface LabeledSeries {
  /** Name of the file without `.csv`. */
  readonly name: string;
  /** Epoch milliseconds, ascending. */
  readonly time: Float64Array;
  readonly y: Float64Array;
  /** Rows of the labeled stretches. */
  readonly windows: readonly LabelWindow[];
  /** The first row that is evaluated; those before are only fitted. */
  readonly evaluatedFrom: number;
}

/**
 * Reads `timestamp,value,label`; a column `split` says by the word `test` where evaluation begins, else it does where NAB's
 * probation ends. Further columns are passed over.
 * @throws RangeError for a text without labels, or one that `readCsv` cannot read.
 */
export function readLabeled(name: string, text: string): LabeledSeries {
  const { data } = Papa.parse<string[]>(text.trimEnd());
  const read = readCsv(Papa.unparse(data.map((fields) => fields.slice(0, 3))));
  if (read.kind === 'question') {
    throw new RangeError(read.text);
  }
  const [{ series, labels }] = read.series;
  if (labels === null) {
    throw new RangeError('no labels (expected the columns timestamp, value, label)');
  }
  const { time, y } = series;
  const rowOf = new Map(Array.from(time, (moment, row) => [moment, row]));
  const windows = labelsFromColumn(time, labels).events.map(({ start, end }) => ({
    first: rowOf.get(start) ?? 0,
    last: rowOf.get(end) ?? 0,
  }));
  return { name, time, y, windows, evaluatedFrom: firstTestRow(data) ?? probationRows(time.length) };
}

function firstTestRow([header, ...rows]: readonly (readonly string[])[]): number | undefined {
  const column = header.indexOf('split');
  const first = column === -1 ? -1 : rows.findIndex((fields) => fields[column] === 'test');
  return first === -1 ? undefined : first;
}

/**
 * Names of the CSV files of a folder, in order.
 * @throws Error for a folder that cannot be read or holds none.
 */
export async function labeledFiles(folder: string): Promise<readonly string[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.csv')).sort();
  if (names.length === 0) {
    throw new Error(`no CSV file in ${folder}`);
  }
  return names.map((name) => join(folder, name));
}

/**
 * Reads one of them.
 * @throws RangeError that names the file.
 */
export async function readLabeledFile(path: string): Promise<LabeledSeries> {
  const name = basename(path, '.csv');
  try {
    return readLabeled(name, await readFile(path, 'utf8'));
  } catch (error) {
    throw new RangeError(`${name}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
