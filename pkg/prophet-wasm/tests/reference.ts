import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { TimedHistory } from 'prophet-wasm';

/** Real series, kept beside the repository; tests that need them are skipped, with a line, where they are not. */
const folder = join(__dirname, '../../../../shared/reference');

/** Whether the reference series are there. */
export const hasReference = existsSync(folder);

/** Names of all reference series, such as `prophet/data.csv`. */
export function referenceNames(): string[] {
  return ['prophet', 'nab', 'smd'].flatMap((group) =>
    readdirSync(join(folder, group))
      .filter((file) => file.endsWith('.csv'))
      .map((file) => `${group}/${file}`),
  );
}

/** One series: first column the time in UTC, second the value. */
export function readReference(name: string): TimedHistory {
  const [, ...lines] = readFileSync(join(folder, name), 'utf8')
    .trim()
    .split(/\r\n|\r|\n/);
  const rows = lines.map((line) => line.replaceAll('"', '').split(','));
  return {
    time: rows.map(([at]) => Date.parse(at.includes(' ') ? `${at.replace(' ', 'T')}Z` : `${at}T00:00:00Z`)),
    y: rows.map(([, value]) => (value === '' ? NaN : Number(value))),
  };
}

/** `it`, or a skipped test that says what is missing. */
export const itWithReference = hasReference ? it : it.skip;

if (!hasReference) {
  process.stdout.write('prophet-wasm: the reference series are not there; tests that need them are skipped\n');
}
