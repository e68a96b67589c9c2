// `npm run bench:detection [-- --data DIR] [--pages FILE] [--json FILE] [--reference DIR]`: how well anomalies are found, by
// every preset and by the recording rules of promql-anomaly-detection, on labeled CSV files (`timestamp,value,label`) and on
// simulated series. With `--data` on the files of that folder alone.
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

import '../../../tooling/typescript.mjs';

const root = join(import.meta.dirname, '../../..');

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    pages: { type: 'string' },
    json: { type: 'string' },
    reference: { type: 'string', default: process.env.FOREBAND_REFERENCE ?? join(root, '../shared/reference') },
  },
});

const { labeledTasks, simulatedTasks } = await import('./tasks/planTasks.ts');
const { runInWorkers } = await import('./tasks/runInWorkers.mjs');
const { PAGE_COLUMNS } = await import('./labeled/pageLines.ts');
const { reportText } = await import('./report/reportText.ts');

/** The folder asked for, or those of the reference data that are there. */
function foldersToRead() {
  if (values.data !== undefined) {
    return [resolve(values.data)];
  }
  const folders = ['nab', 'nab-more', 'smd'].map((name) => join(values.reference, name));
  for (const folder of folders.filter((one) => !existsSync(one))) {
    console.log(`No reference data in ${folder}: left out (choose another place with --reference).\n`);
  }
  return folders.filter((folder) => existsSync(folder));
}

async function run() {
  const started = performance.now();
  const isReference = values.data === undefined;
  const labeled = await labeledTasks(foldersToRead(), isReference);
  const results = await runInWorkers([...labeled, ...(isReference ? simulatedTasks() : [])]);
  console.log(reportText(results));
  console.log(`\n${((performance.now() - started) / 1000).toFixed(0)} s`);
  if (values.pages !== undefined) {
    const lines = results.filter(({ type }) => type === 'labeled').flatMap(({ report }) => report.pages);
    await writeFile(values.pages, `${[PAGE_COLUMNS, ...lines].join('\n')}\n`);
  }
  if (values.json !== undefined) {
    await writeFile(values.json, `${JSON.stringify(results, undefined, 2)}\n`);
  }
}

try {
  await run();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
