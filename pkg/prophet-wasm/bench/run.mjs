// `npm run bench [-- --json]`: this package beside augurs, in one process, on the same rows. Needs `npm run build`.
import { statSync } from 'node:fs';
import { cpus } from 'node:os';
import { resourceUsage } from 'node:process';

import { loadProphet } from 'prophet-wasm';

import { loadAugurs } from './augurs.mjs';
import { fitCases, fleetCase, gridCases, kernelFit, passOver, predictCases, rollingCase } from './cases.mjs';
import { keptResults, medianTime } from './medianTime.mjs';

const KERNEL = new URL('../build/kernel.wasm', import.meta.url);
const peerRuns = { minRuns: 5, minMs: 0 };
const megabytes = () => Math.round(resourceUsage().maxRSS / 1024);

const measure = ({ name, ours, peer }) => {
  const { medianMs: oursMs } = medianTime(ours);
  if (peer === undefined) {
    return { name, oursMs };
  }
  const { medianMs: augursMs } = medianTime(peer, peerRuns);
  return { name, oursMs, augursMs, ratio: augursMs / oursMs };
};

/** In the same run, one after the other. */
const measureBesideRows = ({ name, ours, byRows }) => {
  const { medianMs: oursMs } = medianTime(ours);
  const { medianMs: byRowsMs } = medianTime(byRows);
  return { name, oursMs, byRowsMs, ratio: byRowsMs / oursMs };
};

const prophet = await loadProphet();
// Ours first, so that the peak of memory can be told apart.
const alone = [fleetCase(prophet), rollingCase(prophet)].map(measure);
const grids = gridCases(prophet).map(measureBesideRows);
const oursPeakMb = megabytes();
const augurs = await loadAugurs();
const beside = [...fitCases(prophet, augurs), ...predictCases(prophet, augurs)].map(measure);
const passes = await Promise.all(
  [2016, 20_160].map(async (rows) => {
    const kernel = await kernelFit(rows);
    return { rows, kernelMs: medianTime(kernel).medianMs, passMs: medianTime(passOver(rows)).medianMs };
  }),
);

const report = {
  node: process.version,
  cpu: cpus()[0]?.model,
  backend: prophet.backend,
  wasmBytes: statSync(KERNEL).size,
  peakMb: { ours: oursPeakMb, withAugurs: megabytes() },
  keptResults: keptResults(),
  passes,
  results: [...beside, ...alone],
  grids,
};

function print({ cpu, node, backend, results, wasmBytes, peakMb }) {
  const cell = (value, width) => String(value).padStart(width);
  const row = (name, ours, theirs, ratio) =>
    console.log(name.padEnd(46), cell(ours, 12), cell(theirs, 12), cell(ratio, 10));
  console.log(`${cpu}, node ${node}, ${backend}; medians\n`);
  const duration = (ms) => (ms < 1 ? `${(ms * 1000).toFixed(1)} us` : `${ms.toFixed(2)} ms`);
  row('', 'ours', 'augurs', 'ratio');
  for (const { name, oursMs, augursMs, ratio } of results) {
    const theirs =
      augursMs === undefined ? ['', ''] : [`${augursMs.toFixed(0)} ms`, Math.round(ratio).toLocaleString('en')];
    row(name, duration(oursMs), ...theirs);
  }
  console.log();
  row('', 'by the grid', 'row by row', 'ratio');
  for (const { name, oursMs, byRowsMs, ratio } of report.grids) {
    row(name, duration(oursMs), duration(byRowsMs), ratio.toFixed(1));
  }
  console.log();
  for (const { rows, kernelMs, passMs } of passes) {
    console.log(
      `one pass over ${rows.toLocaleString('en')} rows ${(passMs * 1000).toFixed(1)} us; the kernel's fit ` +
        `${(kernelMs * 1000).toFixed(1)} us, ${(kernelMs / (passMs + 0.02)).toFixed(2)} x (a pass + 20 us)`,
    );
  }
  console.log(
    `kernel ${wasmBytes.toLocaleString('en')} bytes; peak memory ${peakMb.ours} MB, with augurs ${peakMb.withAugurs} MB`,
  );
}

if (process.argv.includes('--json')) {
  console.log(JSON.stringify(report, undefined, 2));
} else {
  print(report);
}
