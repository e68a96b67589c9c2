import type { ProphetOptions, RegularHistory, TimedHistory } from 'prophet-wasm';

import { awkwardClocks, regularTimes } from './awkwardClocks.js';
import { drawAwkwardColumns } from './awkwardColumns.js';
import { drawAwkwardOptions } from './awkwardOptions.js';
import { awkwardShapes } from './awkwardShapes.js';
import type { Random } from './random.js';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** A series that a careless solver trips over, with options to match. */
export interface AwkwardSeries {
  readonly description: string;
  readonly history: TimedHistory;
  /** The same rows without times, where they are regular; else null. */
  readonly regular: RegularHistory | null;
  readonly options: ProphetOptions;
}

const steps = [MINUTE_MS, 5 * MINUTE_MS, 15 * MINUTE_MS, 60 * MINUTE_MS, 360 * MINUTE_MS, DAY_MS, 7 * DAY_MS];
const lengths: readonly (readonly [number, number])[] = [
  [2, 12],
  [13, 40],
  [41, 150],
  [151, 600],
  [601, 1000],
];

/** Draws a series: a shape of y, a clock, a scale and offset, missing values, options, and the columns they ask for. */
export function drawAwkwardSeries(random: Random): AwkwardSeries {
  const n = random.integer(...random.pick(lengths));
  const stepMs = random.pick(steps);
  const shapeName = random.pick(Object.keys(awkwardShapes));
  const clockName = random.pick(Object.keys(awkwardClocks));
  const scale = random.pick([1, 1, 1, 1e-6, 1e3, 1e9]);
  const offset = random.pick([0, 0, 0, 100, -1e4, 1e6]) * scale;
  const missing = random.pick([0, 0, 0.1]);
  const time = awkwardClocks[clockName](random, n, stepMs);
  const shape = awkwardShapes[shapeName](random, n);
  const y = time.map((at, i) => {
    const value = offset + scale * shape(i, at);
    return i > 1 && random.uniform() < missing ? NaN : value;
  });
  if (time[1] === time[0]) {
    time[1] += stepMs;
  }
  const drawn = drawAwkwardOptions(random, time);
  // Any cap is out of all proportion to a range of rounding errors alone, and refused.
  const options: ProphetOptions =
    hardlyVaries(y) && drawn.growth === 'logistic' ? { ...drawn, growth: 'linear' } : drawn;
  const columns = drawAwkwardColumns(random, y, options);
  return {
    description: [
      `${shapeName}, ${clockName}, n ${n}, step ${stepMs / MINUTE_MS} min, x ${scale} + ${offset}`,
      `${options.growth}, ${options.seasonalityMode}, ${options.timeZone}`,
    ].join('; '),
    history: { time, y, ...columns },
    regular: clockName === 'regular' ? { start: regularTimes(1, stepMs)[0], stepMs, y, ...columns } : null,
    options,
  };
}

function hardlyVaries(y: readonly number[]): boolean {
  const present = y.filter((value) => !Number.isNaN(value));
  const [low, high] = [Math.min(...present), Math.max(...present)];
  return low !== high && high - low < 1e-11 * Math.max(Math.abs(low), Math.abs(high));
}
