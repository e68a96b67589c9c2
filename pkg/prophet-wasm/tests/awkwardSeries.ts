import type { ProphetOptions, TimedHistory } from 'prophet-wasm';

import type { Random } from './random.js';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** A series that a careless solver trips over, with options to match. */
export interface AwkwardSeries {
  readonly description: string;
  readonly history: TimedHistory;
  readonly options: ProphetOptions;
}

type Shape = (random: Random, n: number) => (i: number, time: number) => number;

const daily = (time: number) => Math.sin((2 * Math.PI * time) / DAY_MS);
const weekly = (time: number) => Math.cos((2 * Math.PI * time) / (7 * DAY_MS));

const shapes: Readonly<Record<string, Shape>> = {
  noise: (random) => () => random.normal(),
  line: (random) => (i) => 3 + 0.01 * i + 0.1 * random.normal(),
  'noiseless line': () => (i) => 2 + 0.5 * i,
  'noiseless sine': () => (_, time) => 5 + daily(time),
  'noiseless bend': (_, n) => (i) => 1 + 0.1 * i + (i > n / 2 ? 0.3 * (i - n / 2) : 0),
  'hardly noisy': (random) => (i, time) => 10 + daily(time) + 0.002 * i + 1e-6 * random.normal(),
  seasonal: (random) => (_, time) => 20 + 4 * daily(time) + 2 * weekly(time) + random.normal(),
  'level shift': (random, n) => (i, time) => daily(time) + (i > 0.6 * n ? 8 : 0) + 0.3 * random.normal(),
  'random walk': (random) => {
    let level = 0;
    return () => (level += random.normal());
  },
  spikes: (random) => (_, time) => daily(time) + (random.uniform() < 0.02 ? 1000 : 0) + 0.1 * random.normal(),
  'two values': (random) => () => (random.uniform() < 0.5 ? 0 : 1),
  rounded: (random) => (_, time) => Math.round(3 * daily(time) + random.normal()),
  'mostly zero': (random) => () => (random.uniform() < 0.03 ? random.uniform() : 0),
  constant: (random) => {
    const value = random.pick([0, 1, -20, 0.1, 1e9]);
    return () => value;
  },
  'constant but one': (_, n) => (i) => (i === n >> 1 ? 2 : 1),
  growing: (random, n) => (i) => Math.exp((6 * i) / n) * (1 + 0.05 * random.normal()),
  negative: (random) => (i, time) => -50 - 0.1 * i + daily(time) + random.normal(),
};

type Clock = (random: Random, n: number, stepMs: number) => number[];

const regular = (n: number, stepMs: number) => Array.from({ length: n }, (_, i) => 1_700_000_040_000 + i * stepMs);

const clocks: Readonly<Record<string, Clock>> = {
  regular: (_, n, stepMs) => regular(n, stepMs),
  jittered: (random, n, stepMs) => regular(n, stepMs).map((time) => time + Math.floor(0.8 * stepMs * random.uniform())),
  gaps: (random, n, stepMs) => {
    let lost = 0;
    return regular(n, stepMs).map((time) => {
      lost += random.uniform() < 0.03 ? random.integer(1, 300) : 0;
      return time + lost * stepMs;
    });
  },
  duplicates: (random, n, stepMs) =>
    regular(n, stepMs).map((time, i, all) => (random.uniform() < 0.3 ? all[i >> 1] : time)),
  unsorted: (random, n, stepMs) =>
    regular(n, stepMs)
      .map((time) => ({ time, key: random.uniform() }))
      .sort((a, b) => a.key - b.key)
      .map(({ time }) => time),
  'two bursts': (_, n, stepMs) => regular(n, stepMs).map((time, i) => (i < n / 2 ? time : time + 400 * DAY_MS)),
  'before 1970': (_, n, stepMs) => regular(n, stepMs).map((time) => time - 3_000_000_000_000),
  fractional: (random, n, stepMs) => regular(n, stepMs).map((time) => time + random.uniform()),
};

const steps = [MINUTE_MS, 5 * MINUTE_MS, 15 * MINUTE_MS, 60 * MINUTE_MS, 360 * MINUTE_MS, DAY_MS, 7 * DAY_MS];
const lengths: readonly (readonly [number, number])[] = [
  [2, 12],
  [13, 40],
  [41, 150],
  [151, 600],
  [601, 1000],
];

/** Draws a series: a shape of y, a clock, a scale and offset, missing values, and options. */
export function drawAwkwardSeries(random: Random): AwkwardSeries {
  const n = random.integer(...random.pick(lengths));
  const stepMs = random.pick(steps);
  const shapeName = random.pick(Object.keys(shapes));
  const clockName = random.pick(Object.keys(clocks));
  const scale = random.pick([1, 1, 1, 1e-6, 1e3, 1e9]);
  const offset = random.pick([0, 0, 0, 100, -1e4, 1e6]) * scale;
  const missing = random.pick([0, 0, 0.1]);
  const time = clocks[clockName](random, n, stepMs);
  const shape = shapes[shapeName](random, n);
  const y = time.map((at, i) => {
    const value = offset + scale * shape(i, at);
    return i > 1 && random.uniform() < missing ? NaN : value;
  });
  if (time[1] === time[0]) {
    time[1] += stepMs;
  }
  return {
    description: `${shapeName}, ${clockName}, n ${n}, step ${stepMs / MINUTE_MS} min, x ${scale} + ${offset}`,
    history: { time, y },
    options: drawOptions(random),
  };
}

function drawOptions(random: Random): ProphetOptions {
  return {
    growth: random.pick(['linear', 'linear', 'linear', 'flat']),
    changepointPriorScale: random.pick([0.01, 0.05, 0.05, 0.5]),
    nChangepoints: random.pick([25, 25, 25, 0, 5, 60]),
    changepointRange: random.pick([0.8, 0.8, 1, 0.3]),
    scaling: random.pick(['absmax', 'absmax', 'minmax']),
    dailySeasonality: random.pick(['auto', 'auto', true, 12]),
    weeklySeasonality: random.pick(['auto', 'auto', false, true]),
    yearlySeasonality: random.pick(['auto', 'auto', 'auto', true]),
    seasonalityPriorScale: random.pick([10, 10, 0.1]),
    seasonalities:
      random.uniform() < 0.15 ? [{ name: 'shift', periodMs: 28_800_000.5, fourierOrder: random.integer(1, 5) }] : [],
  };
}
