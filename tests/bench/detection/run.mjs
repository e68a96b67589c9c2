// `npm run bench:detection [-- --data DIR] [--json FILE] [--reference DIR] [--seed N] [--settings JSON]`: how well
// anomalies are found, with every preset, on labeled CSV files (`timestamp,value,label`) and on simulated series.
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

import '../../../tooling/typescript.mjs';

const root = join(import.meta.dirname, '../../..');

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    json: { type: 'string' },
    reference: { type: 'string', default: process.env.FOREBAND_REFERENCE ?? join(root, '../shared/reference') },
    seed: { type: 'string', default: '2001' },
    settings: { type: 'string' },
  },
});

const { loadProphet } = await import('prophet-wasm');
const { createEngine } = await import('foreband-engine');
const { contestants } = await import('./contestant.ts');
const { measure } = await import('./benchReport.ts');
const { readLabelledFolder } = await import('./labeledFiles.ts');
const { reportTables } = await import('./reportTables.ts');

/** The folder asked for, or those of the reference data that are there. */
function foldersToRead() {
  if (values.data !== undefined) {
    return [resolve(values.data)];
  }
  const folders = ['nab', 'smd'].map((name) => join(values.reference, name));
  const present = folders.filter((folder) => existsSync(folder));
  for (const folder of folders.filter((one) => !present.includes(one))) {
    console.log(`No reference data in ${folder}: left out (choose another place with --reference).\n`);
  }
  return present;
}

async function run() {
  const folders = new Map();
  for (const folder of foldersToRead()) {
    folders.set(basename(folder), await readLabelledFolder(folder));
  }
  const started = performance.now();
  const report = measure(createEngine(await loadProphet()), {
    folders,
    firstSeed: Number(values.seed),
    contestants: contestants(values.settings === undefined ? undefined : JSON.parse(values.settings)),
  });
  console.log(reportTables(report));
  console.log(`\n${((performance.now() - started) / 1000).toFixed(0)} s`);
  if (values.json !== undefined) {
    await writeFile(values.json, `${JSON.stringify(report, undefined, 2)}\n`);
  }
}

try {
  await run();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
