// `npm run bench [-- --json]`: this package beside augurs, in one process, on the same rows. Needs `npm run build`.
import { statSync } from 'node:fs';
import { cpus } from 'node:os';

import { loadProphet } from 'prophet-wasm';

import { loadAugurs } from './augurs.mjs';
import { cpuSeries, withNextDay } from './cpuSeries.mjs';
import { keptResults, medianTime } from './medianTime.mjs';

const INTERVAL_WIDTH = 0.95;
const FUTURE_ROWS = 288;
const KERNEL = new URL('../build/kernel.wasm', import.meta.url);

const fitCases = [2016, 20_160].flatMap((rows) =>
  [true, false].map((isIrregular) => ({
    name: `fit, ${rows.toLocaleString('en')} ${isIrregular ? 'irregular' : 'regular'} rows`,
    series: cpuSeries({ rows, isIrregular }),
  })),
);

const prophet = await loadProphet();
const augurs = await loadAugurs();
const peerRuns = { minRuns: 5, minMs: 0 };

const compare = (name, ours, theirs) => {
  const [{ medianMs: oursMs }, { medianMs: augursMs }] = [medianTime(ours), medianTime(theirs, peerRuns)];
  return { name, oursMs, augursMs, ratio: augursMs / oursMs };
};

const results = fitCases.map(({ name, series }) =>
  compare(
    name,
    () => prophet.fit({ time: series.time, y: series.y }, { intervalWidth: INTERVAL_WIDTH }),
    () => augurs.fit(series, INTERVAL_WIDTH),
  ),
);

const history = fitCases[0].series;
const seconds = withNextDay(history.seconds, FUTURE_ROWS);
const time = Float64Array.from(seconds, (second) => second * 1000);
const model = prophet.fit({ time: history.time, y: history.y }, { intervalWidth: INTERVAL_WIDTH });
const peer = augurs.fit(history, INTERVAL_WIDTH);
results.push(
  compare(
    `predict with intervals, 2,016 + ${FUTURE_ROWS} rows`,
    () => prophet.predict(model, time),
    () => augurs.predict(peer, seconds),
  ),
);

const report = {
  node: process.version,
  cpu: cpus()[0]?.model,
  backend: prophet.backend,
  wasmBytes: statSync(KERNEL).size,
  keptResults: keptResults(),
  results,
};

if (process.argv.includes('--json')) {
  console.log(JSON.stringify(report, undefined, 2));
} else {
  const cell = (value, width) => String(value).padStart(width);
  const row = (name, ours, theirs, ratio) =>
    console.log(name.padEnd(42), cell(ours, 12), cell(theirs, 12), cell(ratio, 10));
  console.log(`${report.cpu}, node ${report.node}, ${report.backend}; medians\n`);
  row('', 'ours', 'augurs', 'ratio');
  for (const { name, oursMs, augursMs, ratio } of results) {
    row(name, `${oursMs.toFixed(3)} ms`, `${augursMs.toFixed(0)} ms`, Math.round(ratio).toLocaleString('en'));
  }
  console.log(`\nkernel: ${report.wasmBytes.toLocaleString('en')} bytes of WebAssembly`);
}
