import type { Random } from './random.js';

const DAY_MS = 86_400_000;

/** Values by row and time. */
type Shape = (random: Random, n: number) => (i: number, time: number) => number;

const daily = (time: number) => Math.sin((2 * Math.PI * time) / DAY_MS);
const weekly = (time: number) => Math.cos((2 * Math.PI * time) / (7 * DAY_MS));

/** Shapes of y, by what is awkward about them. */
export const awkwardShapes: Readonly<Record<string, Shape>> = {
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
  saturating: (random, n) => (i) => 10 / (1 + Math.exp(6 - (14 * i) / n)) + 0.1 * random.normal(),
  proportional: (random, n) => (i, time) => (3 + (5 * i) / n) * (1 + 0.4 * daily(time)) + 0.1 * random.normal(),
  negative: (random) => (i, time) => -50 - 0.1 * i + daily(time) + random.normal(),
};
