import type { Growth, ProphetOptions } from 'prophet-wasm';

import type { PlausibleSeries } from './plausibleSeries.js';
import type { Random } from './random.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const START = Date.UTC(2020, 0, 1);

/** Values by row and time of a series of n rows. */
type Shape = (random: Random, n: number) => (i: number, at: number) => number;

const wave = (at: number, periodMs: number) => Math.sin((2 * Math.PI * at) / periodMs);

/** Shapes of short series: seasons that grow with the level, and others that a season which does not repeat resembles. */
const shapes: Readonly<Record<string, Shape>> = {
  walk: (random) => {
    let level = 3 + 4 * random.uniform();
    const size = 2 * random.uniform();
    return (_, at) => (level += random.normal()) + size * wave(at, DAY_MS);
  },
  noise: (random) => {
    const level = random.pick([0, 0, 1, 10]);
    return () => level + random.normal();
  },
  seasonal: (random, n) => {
    const size = random.pick([0.1, 0.4, 1]);
    const noise = random.pick([0.2, 1, 3]);
    const growth = random.normal();
    const slow = random.pick([7 * DAY_MS, 365.25 * DAY_MS]);
    return (i, at) =>
      10 * (1 + (0.5 * growth * i) / n) * (1 + size * wave(at, DAY_MS) + 0.5 * size * wave(at, slow)) +
      noise * random.normal();
  },
  'level shift': (random, n) => {
    const size = 5 * random.normal();
    const share = 0.2 + 0.6 * random.uniform();
    return (i, at) => 5 + wave(at, DAY_MS) + (i > share * n ? size : 0) + 0.5 * random.normal();
  },
  line: (random, n) => {
    const start = random.normal();
    const rise = 3 * random.normal();
    return (i) => start + (rise * i) / n + 0.2 * random.normal();
  },
};

/** Histories too short for a season that is asked for to repeat. */
export type ShortFamily = 'hourly, weekly forced' | 'daily, yearly forced' | 'logistic';

const families: Readonly<Record<ShortFamily, (random: Random, seed: number) => PlausibleSeries>> = {
  'hourly, weekly forced': (random, seed) =>
    drawShort(random, seed, { n: random.integer(30, 200), stepMs: HOUR_MS, options: { weeklySeasonality: true } }),
  'daily, yearly forced': (random, seed) =>
    drawShort(random, seed, { n: random.integer(20, 150), stepMs: DAY_MS, options: { yearlySeasonality: true } }),
  logistic: (random, seed) =>
    random.uniform() < 0.5
      ? drawShort(random, seed, { n: random.integer(30, 200), stepMs: HOUR_MS, growth: 'logistic' })
      : drawShort(random, seed, {
          n: random.integer(20, 150),
          stepMs: DAY_MS,
          growth: 'logistic',
          options: { yearlySeasonality: true },
        }),
};

/** The series of a family that belongs to a seed, with multiplicative terms. */
export function drawShortSeries(random: Random, family: ShortFamily, seed: number): PlausibleSeries {
  return families[family](random, seed);
}

interface ShortKind {
  readonly n: number;
  readonly stepMs: number;
  readonly growth?: Growth;
  readonly options?: ProphetOptions;
}

function drawShort(random: Random, seed: number, { n, stepMs, growth = 'linear', options }: ShortKind) {
  const name = random.pick(Object.keys(shapes));
  const valueAt = shapes[name](random, n);
  const time = Array.from({ length: n }, (_, i) => START + i * stepMs);
  const y = time.map((at, i) => valueAt(i, at));
  const range = Math.max(...y) - Math.min(...y);
  const cap = Math.max(...y, 0) + range * random.pick([0.05, 0.5, 2]);
  return {
    name: `seed ${seed}: ${name}, ${n} rows`,
    history: { time, y, ...(growth === 'logistic' ? { cap } : {}) },
    options: { growth, seasonalityMode: 'multiplicative', ...options } as const,
  };
}
