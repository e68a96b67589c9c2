import type { Series } from 'foreband-detector';

import type { Affected } from './hostProfiles';
import { SAMPLE_MS, type SimulatedHost } from './simulatedHosts';

const STEP_MS = 5 * 60_000;
const STEP_SECONDS = STEP_MS / 1000;
const STEP_ROWS = STEP_MS / SAMPLE_MS;

/** A host's metric as the dashboards ask for it, every five minutes. */
export interface DemoSeries {
  readonly instance: string;
  readonly metric: Affected;
  readonly series: Series;
}

/** Every series of the demo up to `end` (epoch ms); counters as rates over a step. */
export function demoSeries(hosts: readonly SimulatedHost[], end: number): readonly DemoSeries[] {
  return hosts.flatMap((host) =>
    columnsOf(host).map(([metric, valueAt]) => ({
      instance: host.instance,
      metric,
      series: { name: host.instance, labels: { instance: host.instance }, ...sampled(host.start, end, valueAt) },
    })),
  );
}

type Column = readonly [metric: Affected, valueAt: (row: number) => number];

function columnsOf({ busySeconds, resources }: SimulatedHost): readonly Column[] {
  const rate = (counter: Float64Array) => (row: number) => (counter[row] - counter[row - STEP_ROWS]) / STEP_SECONDS;
  const cpu: Column = ['cpu', rate(busySeconds)];
  if (resources === undefined) {
    return [cpu];
  }
  const { availableMemory, memoryBytes, availableDisk, diskBytes, received, latency } = resources;
  return [
    cpu,
    ['memory', (row) => 1 - availableMemory[row] / memoryBytes],
    ['disk', (row) => 1 - availableDisk[row] / diskBytes],
    ['network', rate(received)],
    ...(latency === undefined ? [] : [['latency', (row) => latency[row]] satisfies Column]),
  ];
}

function sampled(start: number, end: number, valueAt: (row: number) => number): Pick<Series, 'time' | 'y'> {
  const length = Math.floor((end - start) / STEP_MS);
  const time = Float64Array.from({ length }, (_, i) => start + (i + 1) * STEP_MS);
  return { time, y: time.map((_, i) => valueAt((i + 1) * STEP_ROWS)) };
}
