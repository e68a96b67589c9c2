import { normalAt, streams, uniformAt } from './randomAt.js';
import type { Scenario } from './scenario.js';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

// The resolution of the simulation: like a scrape interval, values change no faster.
const CELL = 15 * SECOND;
const WANDER_CELL = 20 * MINUTE;

/** The load without its noise: base, daily and weekly shape, and bursts. CPU share, not clipped. */
export function expectedLoadAt(scenario: Scenario, time: number): number {
  const { baseLoad, dailyAmplitude, weekendDrop } = scenario;
  const shape = baseLoad + dailyAmplitude * dayShape(scenario, time);
  return shape - (isWeekend(time) ? weekendDrop : 0) + burstAt(scenario, time);
}

/**
 * The noise on top, in CPU share, with mean 0: half of its variance independent from one 15-second cell to the next,
 * half wandering over 20 minutes, as loads do.
 */
export function noiseAt(scenario: Scenario, time: number): number {
  const white = normalAt(scenario.seed, streams.noise, Math.floor(time / CELL));
  return scenario.noise * Math.SQRT1_2 * (white + wanderAt(scenario.seed, time));
}

// 0 at the quietest hour, 1 at the busiest: a working-day hump with a shoulder in the evening.
function dayShape({ peakHour }: Scenario, time: number): number {
  const phase = 2 * Math.PI * ((time / HOUR - peakHour) / 24);
  const hump = (1 + Math.cos(phase)) / 2;
  const shoulder = (1 + Math.cos(phase - 2 * Math.PI * (6 / 24))) / 2;
  return 0.85 * hump ** 1.5 + 0.15 * shoulder;
}

function isWeekend(time: number): boolean {
  // Day 0 of the epoch was a Thursday.
  const dayOfWeek = (((Math.floor(time / DAY) + 4) % 7) + 7) % 7;
  return dayOfWeek === 0 || dayOfWeek === 6;
}

function wanderAt(seed: number, time: number): number {
  const cell = Math.floor(time / WANDER_CELL);
  const share = time / WANDER_CELL - cell;
  // Weights on a quarter circle keep the variance at 1 between the cells.
  const from = Math.cos((share * Math.PI) / 2) * normalAt(seed, streams.wander, cell);
  return from + Math.sin((share * Math.PI) / 2) * normalAt(seed, streams.wander, cell + 1);
}

// At most one burst an hour, inside it: 3 to 10 minutes of 2 to 6 % more load.
function burstAt({ seed, burstChance }: Scenario, time: number): number {
  const hour = Math.floor(time / HOUR);
  if (uniformAt(seed, streams.burst, hour, 0) >= burstChance) {
    return 0;
  }
  const length = (3 + 7 * uniformAt(seed, streams.burst, hour, 1)) * MINUTE;
  const begin = hour * HOUR + (HOUR - length) * uniformAt(seed, streams.burst, hour, 2);
  const isInside = time >= begin && time < begin + length;
  return isInside ? 0.02 + 0.04 * uniformAt(seed, streams.burst, hour, 3) : 0;
}
