import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { AdaptiveParameters, AdaptiveRows } from 'foreband-detector';

/** The readable reference and real series, stored beside the repository. */
const folder = join(__dirname, '../../../../../shared/reference');

export const hasReference = existsSync(join(folder, 'detector/adaptive.mjs'));

if (!hasReference) {
  process.stdout.write('foreband-detector: the reference is not there; tests that need it are skipped\n');
}

/** Columns of the reference's answer. */
export type ReferenceScores = Readonly<
  Record<
    'score' | 'spike' | 'sustained' | 'bias' | 'expected' | 'level' | 'scale' | 'profile' | 'recurring' | 'threshold',
    Float64Array
  >
> & { readonly page: Uint8Array };

interface Reference {
  adaptiveScores(
    time: Float64Array,
    y: Float64Array,
    yhat: Float64Array,
    sd: Float64Array,
    size: number,
    options: Readonly<Record<string, number | null>>,
  ): ReferenceScores;
}

interface LearnReference {
  fitAdaptive(prophet: unknown, series: unknown, options: unknown): ReferenceModel;
  scoreRows(prophet: unknown, model: ReferenceModel, series: unknown, options?: unknown): readonly ReferenceRow[];
}

/** The model as the reference fits it. */
export interface ReferenceModel {
  readonly state: {
    readonly scale: number;
    readonly R: { readonly up: readonly number[]; readonly down: readonly number[] };
    readonly unrestMean: number;
    readonly unrestDeviation: number;
    readonly biasScale: number;
    readonly limit: number;
    readonly learntMs: number;
  };
}

/** A row as the reference scores it. */
export interface ReferenceRow {
  readonly time: number;
  readonly expected: number;
  readonly lower: number;
  readonly upper: number;
  readonly score: number;
  readonly branch: string;
  readonly threshold: number;
}

export const loadReference = (): Promise<Reference> => import(join(folder, 'detector/adaptive.mjs'));
export const loadLearnReference = (): Promise<LearnReference> => import(join(folder, 'detector/learn.mjs'));

/** Names of the labeled series, such as `nab/rds_cpu_utilization_cc0c53.csv`. */
export function referenceNames(): string[] {
  return ['nab', 'nab-more', 'smd'].flatMap((group) =>
    readdirSync(join(folder, group))
      .filter((file) => file.endsWith('.csv'))
      .map((file) => `${group}/${file}`),
  );
}

const STEP = 300_000;

/** A labeled series on its grid of 5 minutes. The forecast is the mean of the same time on up to seven days before. */
export function referenceRows(name: string): AdaptiveRows {
  const [, ...lines] = readFileSync(join(folder, name), 'utf8').trim().split('\n');
  const samples = lines
    .map((line) => line.split(','))
    .map(([at, value]) => [Date.parse(`${at.replace(' ', 'T')}Z`), Number(value)]);
  const start = samples[0][0];
  const nRows = Math.round((samples[samples.length - 1][0] - start) / STEP) + 1;
  const y = new Float64Array(nRows).fill(NaN);
  samples.forEach(([at, value]) => {
    y[Math.round((at - start) / STEP)] = value;
  });
  return { time: y.map((_, row) => start + row * STEP), y, yhat: y.map((_, row) => meanOfDays(y, row)), edges: null };
}

function meanOfDays(y: Float64Array, row: number): number {
  const day = (24 * 3_600_000) / STEP;
  const before = [1, 2, 3, 4, 5, 6, 7].map((back) => y[row - back * day]).filter(Number.isFinite);
  return before.length === 0 ? y[0] : before.reduce((sum, value) => sum + value, 0) / before.length;
}

/** Names of the reference's options for ours. */
const named: Readonly<Record<string, string>> = {
  levelMs: 'levelMs',
  scaleMs: 'scaleMs',
  scaleQuantile: 'share',
  scaleCap: 'scaleCap',
  recurringDays: 'recurDays',
  recurringReachMs: 'recurReachMs',
  recurringFrom: 'recurFrom',
  spikeScales: 'spike',
  sustainedMs: 'sustainedMs',
  biasMs: 'biasMs',
  warmupMs: 'warmUpMs',
  youngMs: 'youngMs',
};

/** The reference's options for other constants. */
export function referenceOptions(changed: Partial<AdaptiveParameters>): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(changed).map(([name, value]) => [named[name], value]));
}
