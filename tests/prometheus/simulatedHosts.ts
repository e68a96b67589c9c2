import { createFleet, parseScenario, simulate } from 'foreband-detector';

import { plantedAnomalies } from './plantedAnomaly';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** Distance between two samples of the history, in ms. */
export const SAMPLE_MS = MINUTE_MS;

/** How far the history reaches back. */
const HISTORY_MS = 35 * DAY_MS;

/** How long they go on after that, and answer scrapes. */
const LIVE_MS = 2 * DAY_MS;

/** A machine that exists only in numbers: usage and busy seconds by minute, from the start of the history on. */
export interface SimulatedHost {
  readonly instance: string;
  /** Epoch ms of the first sample. */
  readonly start: number;
  /** CPU usage as a fraction, 0 to 1, one value per minute. */
  readonly usage: Float64Array;
  /** Seconds one CPU has been busy since `start`, at each of those minutes. */
  readonly busySeconds: Float64Array;
}

// A steady machine, on which a small displacement has the same score at any hour.
const steady = { seed: 77, instance: 'cache-1:9100', baseLoad: 0.3, dailyAmplitude: 0.06, weekendDrop: 0 };

/** Four hosts with five weeks before `now` (epoch ms, a full minute): the planted anomalies, and no others, in the last day. */
export function createHosts(now: number): readonly SimulatedHost[] {
  const range = { start: now - HISTORY_MS, end: now + LIVE_MS, stepMs: SAMPLE_MS };
  return [...createFleet(2026, 3), steady].map((member) => {
    const scenario = parseScenario({ ...member, nAnomaliesPerWeek: 0, burstChance: 0 });
    const usage = simulate(scenario, range).series.y;
    plant(usage, member.instance);
    return { instance: member.instance, start: range.start, usage, busySeconds: accumulate(usage) };
  });
}

function plant(usage: Float64Array, instance: string): void {
  for (const planted of plantedAnomalies.filter((candidate) => candidate.instance === instance)) {
    const first = (HISTORY_MS - planted.startBeforeEndMs) / SAMPLE_MS;
    const last = (HISTORY_MS - planted.endBeforeEndMs) / SAMPLE_MS;
    for (let row = first; row < last; row++) {
      usage[row] = Math.min(1, Math.max(0, usage[row] + planted.displacement));
    }
  }
}

function accumulate(usage: Float64Array): Float64Array {
  const busySeconds = new Float64Array(usage.length);
  for (let row = 1; row < usage.length; row++) {
    busySeconds[row] = busySeconds[row - 1] + (usage[row] * SAMPLE_MS) / 1000;
  }
  return busySeconds;
}
