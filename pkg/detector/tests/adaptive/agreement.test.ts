import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import type { AdaptiveRows } from '../../src/adaptive/adaptiveRows';
import type { AdaptiveScores } from '../../src/adaptive/adaptiveScores';
import { replayAdaptive } from '../../src/adaptive/replayAdaptive';
import { scoreAdaptive } from '../../src/adaptive/scoreAdaptive';

const STEP_MS = 300_000;
const PER_DAY = 288;
const folder = join(__dirname, '../../../../../shared/reference');
const reference = join(folder, 'detector/adaptive.mjs');
const hasReference = existsSync(reference);
const itWithReference = hasReference ? it : it.skip;

if (!hasReference) {
  process.stdout.write('foreband-detector: the reference of the adaptive score is not there; its tests are skipped\n');
}

interface Sampled {
  readonly time: Float64Array;
  readonly y: Float64Array;
}

/** A labelled file on its five-minute grid, missing rows as NaN. */
function readFile(name: string): Sampled {
  const [, ...lines] = readFileSync(join(folder, name), 'utf8').trim().split('\n');
  const rows = lines.map((line) => line.split(','));
  const at = rows.map(([time]) => Date.parse(`${time.replace(' ', 'T')}Z`));
  const time = Float64Array.from(
    { length: Math.round((at[at.length - 1] - at[0]) / STEP_MS) + 1 },
    (_, row) => at[0] + row * STEP_MS,
  );
  const y = new Float64Array(time.length).fill(NaN);
  rows.forEach(([, value], index) => (y[Math.round((at[index] - at[0]) / STEP_MS)] = Number(value)));
  return { time, y };
}

/** Ten days with a daily shape, noise, spikes, a nightly job and gaps, from a seed (mulberry32). */
function randomSeries(seed: number): Sampled {
  let state = seed;
  const random = () => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), 1 | state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return ((bits ^ (bits >>> 14)) >>> 0) / 4294967296;
  };
  const time = Float64Array.from({ length: 10 * PER_DAY }, (_, row) => Date.UTC(2026, 0, 5) + row * STEP_MS);
  const y = time.map((_, row) => {
    const slot = row % PER_DAY;
    const usual =
      10 + 3 * Math.sin((2 * Math.PI * slot) / PER_DAY) + (random() - 0.5) + (slot >= 24 && slot < 30 ? 4 : 0);
    return random() < 0.03 ? NaN : usual + (random() < 0.005 ? 8 * (random() - 0.3) : 0);
  });
  y.fill(NaN, 4 * PER_DAY + 40, 4 * PER_DAY + 90);
  return { time, y };
}

/** The mean of the slot on up to seven days before: some forecast that knows nothing of its row. */
function meanOfDaysBefore(y: Float64Array): Float64Array {
  return y.map((_, row) => {
    const before = [1, 2, 3, 4, 5, 6, 7].map((day) => y[row - day * PER_DAY]).filter(Number.isFinite);
    return before.reduce((sum, value) => sum + value, 0) / Math.max(1, before.length);
  });
}

const columns = ['score', 'spike', 'sustained', 'bias', 'expected', 'level', 'threshold'] as const;
type Columns = Readonly<Record<(typeof columns)[number] | 'profile', ReadonlyArray<number | null>>>;

/** The reference's columns: it is an ES module, which runs in a Node of its own. */
function referenceScores({ time, y }: Sampled, yhat: Float64Array, size: number): Columns {
  const program = `
    import { readFileSync } from 'node:fs';
    import { adaptiveScores } from ${JSON.stringify(pathToFileURL(reference).href)};
    const column = (values) => Float64Array.from(values, (value) => value ?? NaN);
    const { time, y, yhat, size } = JSON.parse(readFileSync(0, 'utf8'));
    const scores = adaptiveScores(column(time), column(y), column(yhat), new Float64Array(y.length).fill(size / 20), size);
    const names = [...${JSON.stringify(columns)}, 'profile'];
    process.stdout.write(JSON.stringify(Object.fromEntries(names.map((name) => [name, Array.from(scores[name])]))));`;
  const input = JSON.stringify({ time: [...time], y: [...y], yhat: [...yhat], size });
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
    input,
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  if (status !== 0) {
    throw new Error(stderr);
  }
  return JSON.parse(stdout) as Columns;
}

/** The largest difference of a column, relative where the values are larger than 1. */
function worstDifference(ours: Float64Array, theirs: ReadonlyArray<number | null>, y: Float64Array): number {
  let worst = 0;
  y.forEach((value, row) => {
    if (Number.isFinite(value)) {
      const expected = theirs[row] ?? NaN;
      const difference = Math.abs(ours[row] - expected) / Math.max(1, Math.abs(expected));
      worst = difference <= worst ? worst : difference;
    }
  });
  return worst;
}

function compare({ time, y }: Sampled): Readonly<Record<string, number>> {
  const yhat = meanOfDaysBefore(y);
  const size = y.reduce((largest, value) => Math.max(largest, Math.abs(value) || 0), 0);
  const theirs = referenceScores({ time, y }, yhat, size);
  // The reference finds by itself what returns exactly at a time of day; here that is part of the forecast.
  const forecast = yhat.map((value, row) => value + (theirs.profile[row] ?? 0));
  const rows: AdaptiveRows = { time, y, yhat: forecast, edges: null };
  const { scores } = replayAdaptive(rows, { stepMs: STEP_MS, size, ownDeviation: size / 20 });
  return Object.fromEntries(columns.map((name) => [name, worstDifference(scores[name], theirs[name], y)]));
}

const agrees = Object.fromEntries(columns.map((name) => [name, expect.closeTo(0, 9)]));

const files = hasReference
  ? ['nab', 'smd'].flatMap((group) =>
      readdirSync(join(folder, group))
        .filter((file) => file.endsWith('.csv'))
        .map((file) => `${group}/${file}`),
    )
  : ['nab', 'smd'];

describe('replayAdaptive(rows, options) beside the reference of the adaptive score', () => {
  itWithReference.each(files)(
    'agrees to 1e-9 on %s',
    (file) => {
      expect(compare(readFile(file))).toEqual(agrees);
    },
    240_000,
  );

  itWithReference.each([1, 2, 3, 4, 5, 6])(
    'agrees to 1e-9 on random series %i, gaps included',
    (seed) => {
      expect(compare(randomSeries(seed))).toEqual(agrees);
    },
    240_000,
  );
});

describe('scoreAdaptive(state, rows)', () => {
  it('gives the same scores for any cut that holds the hours before', () => {
    const { time, y } = randomSeries(7);
    const yhat = meanOfDaysBefore(y);
    const cut = 9 * PER_DAY;
    const until = (end: number): AdaptiveRows => ({
      time: time.slice(0, end),
      y: y.slice(0, end),
      yhat: yhat.slice(0, end),
      edges: null,
    });
    const { state } = replayAdaptive(until(cut), { stepMs: STEP_MS, size: 20 });
    const lead = 68;
    const scored = (from: number, to: number): AdaptiveScores =>
      scoreAdaptive(
        state,
        {
          time: time.slice(from - lead, to),
          y: y.slice(from - lead, to),
          yhat: yhat.slice(from - lead, to),
          edges: null,
        },
        lead,
      );
    const whole = scored(cut, cut + 200);
    const part = scored(cut + 120, cut + 200);
    expect(part.score.length).toBe(80);
    expect([...part.score]).toEqual([...whole.score.slice(120)]);
  });
});
