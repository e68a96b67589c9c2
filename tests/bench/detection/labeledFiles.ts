import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';

import { labelsFromColumn, readCsv, type GroundTruth, type Series } from 'foreband-detector';
import Papa from 'papaparse';

/** A series with what should be found in it. */
export interface LabeledSeries {
  readonly name: string;
  readonly series: Series;
  readonly truth: GroundTruth;
}

// Some collections have more columns behind the label.
function firstThreeColumns(text: string): string {
  const { data } = Papa.parse<string[]>(text.trimEnd());
  return Papa.unparse(data.map((fields) => fields.slice(0, 3)));
}

/**
 * Reads `timestamp,value,label`; further columns are passed over.
 * @throws RangeError for a text without labels, or one that `readCsv` cannot read.
 */
export function readLabeled(name: string, text: string): LabeledSeries {
  const read = readCsv(firstThreeColumns(text));
  if (read.kind === 'question') {
    throw new RangeError(read.text);
  }
  const [{ series, labels }] = read.series;
  if (labels === null) {
    throw new RangeError('no labels (expected the columns timestamp, value, label)');
  }
  return { name, series, truth: labelsFromColumn(series.time, labels) };
}

/**
 * Reads every CSV of a folder, by name.
 * @throws Error for a folder that cannot be read or holds none; RangeError that names the file.
 */
export async function readLabeledFolder(folder: string): Promise<readonly LabeledSeries[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.csv')).sort();
  if (names.length === 0) {
    throw new Error(`no CSV file in ${folder}`);
  }
  return Promise.all(
    names.map(async (name) => {
      try {
        return readLabeled(basename(name, '.csv'), await readFile(join(folder, name), 'utf8'));
      } catch (error) {
        throw new RangeError(`${name}: ${error instanceof Error ? error.message : String(error)}`);
      }
    }),
  );
}
