import type { Series } from '../series/series.js';
import { expectedLoadAt, noiseAt } from './cpuLoad.js';
import type { Injection } from './injection.js';
import { planInjections } from './planInjections.js';
import type { Scenario } from './scenario.js';

/** Which part of a simulated series is wanted. */
export interface SimulationRange {
  /** First row, epoch milliseconds. */
  readonly start: number;
  /** No row lies after it, epoch milliseconds. */
  readonly end: number;
  /** Spacing of the rows, milliseconds, above 0. Values change every 15 seconds at most. */
  readonly stepMs: number;
}

/** A simulated series with its truth. */
export interface Simulation {
  /** CPU usage as a fraction, 0 to 1; NaN during a dropout. Labels: `instance`, `job`. */
  readonly series: Series;
  /** 1 for every point that a planted anomaly displaced or removed, else 0. */
  readonly labels: Uint8Array;
  /** The planted anomalies that touch the range, in order of time. */
  readonly injections: readonly Injection[];
}

/**
 * CPU usage of one instance. A value depends on the scenario and its time alone, not on the range or step asked for, so
 * answers to different ranges fit together.
 * @throws RangeError for a step that is not above 0.
 */
export function simulate(scenario: Scenario, { start, end, stepMs }: SimulationRange): Simulation {
  if (!(stepMs > 0 && stepMs < Infinity)) {
    throw new RangeError(`invalid stepMs: ${stepMs} (expected above 0)`);
  }
  const length = Math.max(0, Math.floor((end - start) / stepMs) + 1);
  const time = Float64Array.from({ length }, (_, i) => start + i * stepMs);
  const y = new Float64Array(length);
  const labels = new Uint8Array(length);
  const injections = planInjections(scenario, start, end);
  let next = 0;
  for (let i = 0; i < length; i++) {
    while (next < injections.length && injections[next].end <= time[i]) {
      next++;
    }
    const normal = normalAt(scenario, time[i]);
    const isPlanted = next < injections.length && injections[next].start <= time[i];
    y[i] = isPlanted ? displacedAt(scenario, injections[next], time[i]) : normal;
    labels[i] = Object.is(y[i], normal) ? 0 : 1;
  }
  const series = { name: scenario.instance, labels: { instance: scenario.instance, job: 'simulation' }, time, y };
  return { series, labels, injections };
}

function normalAt(scenario: Scenario, time: number): number {
  return clip(expectedLoadAt(scenario, time) + noiseAt(scenario, time));
}

function displacedAt(scenario: Scenario, { kind, start, end, magnitude }: Injection, time: number): number {
  const normal = normalAt(scenario, time);
  switch (kind) {
    case 'spike':
    case 'levelShift':
      return clip(normal + magnitude);
    case 'dip':
      return normal * (1 - magnitude);
    case 'drift':
      return clip(normal + (magnitude * (time - start)) / (end - start));
    case 'varianceChange':
      return clip(expectedLoadAt(scenario, time) + magnitude * noiseAt(scenario, time));
    case 'flatline':
      return normalAt(scenario, start);
    case 'dropout':
      return NaN;
  }
}

function clip(load: number): number {
  return Math.min(1, Math.max(0, load));
}
