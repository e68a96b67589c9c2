// `node pkg/detector/tests/vectors/adaptive.mjs [FOLDER]`: makes adaptive.json with the readable reference of the adaptive
// score, `detector/adaptive.mjs` in the folder of the reference data (default ../shared/reference beside the checkout).
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const here = import.meta.dirname;
const folder = process.argv[2] ?? join(here, '../../../../../shared/reference');
const { adaptiveScores } = await import(pathToFileURL(join(folder, 'detector/adaptive.mjs')).href);

const SEED = 20_260_105;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const stepMs = HOUR / 2;
const start = Date.UTC(2026, 0, 5);
const ownDeviation = 2;
const columnNames = ['score', 'spike', 'expected', 'threshold'];

let state = SEED;
const random = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
const round = (value, digits) => (Number.isFinite(value) ? Number(value.toPrecision(digits)) : null);

/** Noise with a nightly job, spikes, two hours of unrest now and then, and gaps. */
function columns(nDays) {
  const nRows = (nDays * DAY) / stepMs;
  const yhat = Array.from({ length: nRows }, (_, row) => round(50 + 20 * Math.sin((2 * Math.PI * row) / 48), 6));
  let gap = 0;
  let unrest = 0;
  const y = yhat.map((expected, row) => {
    gap = gap > 0 ? gap - 1 : random() < 0.004 ? Math.ceil(random() * 12) : 0;
    unrest = unrest > 0 ? unrest - 1 : random() < 0.005 ? 6 : 0;
    const job = row % 48 === 4 ? 25 : 0;
    const spike = random() < 0.01 ? 60 * (random() - 0.5) : 0;
    const value = expected + normal() * (unrest > 0 ? 6 : 2) + job + spike;
    return gap > 0 ? null : round(value, 6);
  });
  return { start, y, yhat };
}

const known = (values) => Float64Array.from(values, (value) => value ?? NaN);

function vector(what, nDays, options, own) {
  const { y, yhat, ...rest } = columns(nDays);
  const size = Math.max(...y.map((value) => Math.abs(value ?? 0)));
  const time = Float64Array.from(y, (_, row) => start + row * stepMs);
  const deviation = new Float64Array(y.length).fill(ownDeviation);
  const reference = adaptiveScores(time, known(y), known(yhat), deviation, size, { profileFrom: Infinity, ...options });
  const kept = Object.fromEntries(
    columnNames.map((name) => [name, Array.from(reference[name], (value) => round(value, 13))]),
  );
  return { what, stepMs, size, ownDeviation, columns: { ...rest, y, yhat }, options: own, reference: kept };
}

const cases = [
  vector('defaults', 9, {}, {}),
  vector(
    'one page a week, a multiplier of 1.5',
    9,
    { budget: 1, multiplier: 1.5 },
    { pagesPerWeek: 1, thresholdMultiplier: 1.5 },
  ),
  vector('no budget', 6, { budget: null }, { pagesPerWeek: null }),
];
const text = JSON.stringify({ seed: SEED, tolerance: 1e-9, cases }, undefined, 1);
const oneLine = text.replaceAll(/\[[^[\]{}"]*\]/g, (column) => column.replaceAll(/\s+/g, ' '));
writeFileSync(join(here, 'adaptive.json'), `${oneLine}\n`);
