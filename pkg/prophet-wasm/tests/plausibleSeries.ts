import type { Growth, Mode, ProphetOptions, TimedHistory } from 'prophet-wasm';

import type { Random } from './random.js';

const DAY_MS = 86_400_000;

/** How terms join the trend: `mixed` has some of either. */
export type Mix = Mode | 'mixed';

export interface PlausibleSeries {
  readonly name: string;
  readonly history: TimedHistory;
  readonly options: ProphetOptions;
}

/** A plausible metric: daily and weekly shape, noise, sometimes a bend, a step, gaps, jitter; and a regressor where modes mix. */
export function drawPlausibleSeries(random: Random, index: number, growth: Growth, mix: Mix): PlausibleSeries {
  const n = random.pick([25, 40, 60, 100, 150, 200, 300, 400]);
  const stepMs = random.pick([5, 10, 60, 60, 360, 1440]) * 60_000;
  const level = random.pick([0.5, 10, 300]);
  const noise = random.pick([0.01, 0.05, 0.2]);
  const bend = random.uniform() < 0.5 ? random.normal() : 0;
  const step = random.uniform() < 0.3 ? random.normal() : 0;
  const jitter = random.uniform() < 0.3 ? 0.5 : 0;
  const time: number[] = [];
  const y: number[] = [];
  const load: number[] = [];
  for (let i = 0; i < n; i++) {
    if (random.uniform() < 0.05) {
      continue;
    }
    const at = 1_704_067_200_000 + (i + jitter * random.uniform()) * stepMs;
    const late = Math.max(i / n - 0.4, 0);
    const shape = 0.2 * Math.sin((2 * Math.PI * at) / DAY_MS) + 0.1 * Math.cos((2 * Math.PI * at) / (7 * DAY_MS));
    time.push(at);
    y.push(level * (1 + shape + bend * late + (i > 0.7 * n ? 0.3 * step : 0) + noise * random.normal()));
    load.push((i * 37) % 11);
  }
  const priors = {
    changepointPriorScale: random.pick([0.01, 0.05, 0.05, 0.5]),
    nChangepoints: random.pick([25, 25, 10]),
  };
  const cap = Math.max(...y, 0) + level * random.pick([0.05, 0.5, 2]);
  return {
    name: `${growth}, ${mix}, random ${index}: n ${n}, step ${stepMs / 60_000} min`,
    history: { time, y, regressors: { load }, ...(growth === 'logistic' ? { cap } : {}) },
    options: { ...priors, ...modelOf(growth, mix) },
  };
}

/** Options of a growth and mode. */
export function modelOf(growth: Growth, mix: Mix): ProphetOptions {
  return mix === 'mixed'
    ? { growth, seasonalityMode: 'multiplicative', regressors: [{ name: 'load', mode: 'additive' }] }
    : { growth, seasonalityMode: mix };
}
