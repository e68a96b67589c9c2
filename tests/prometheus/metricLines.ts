import { SAMPLE_MS, type SimulatedHost } from './simulatedHosts';

/** One line of exposition: a series and how its value follows from the host's usage at a (fractional) row. */
export interface SimulatedMetric {
  readonly family: string;
  readonly series: string;
  readonly valueAt: (row: number) => number;
}

const N_CPUS = 2;
const USER_SHARE = 0.7;
const IDLE_START_SECONDS = 1e6;

/**
 * The lines of a node exporter about the host: `node_cpu_seconds_total` of two CPUs, so that one minus the rate of
 * `mode="idle"` is the simulated usage.
 */
export function nodeMetrics(host: SimulatedHost): readonly SimulatedMetric[] {
  const busyAt = (row: number) => between(host.busySeconds, row);
  const modes = {
    idle: (row: number) => IDLE_START_SECONDS + (row * SAMPLE_MS) / 1000 - busyAt(row),
    user: (row: number) => USER_SHARE * busyAt(row),
    system: (row: number) => (1 - USER_SHARE) * busyAt(row),
  };
  return Array.from({ length: N_CPUS }, (_, cpu) =>
    Object.entries(modes).map(([mode, valueAt]) => ({
      family: 'node_cpu_seconds',
      series: `node_cpu_seconds_total{cpu="${cpu}",instance="${host.instance}",job="simulated",mode="${mode}"}`,
      valueAt,
    })),
  ).flat();
}

/** The same usage as a gauge of an application, for expressions without a rate. */
export function applicationMetric(host: SimulatedHost): SimulatedMetric {
  const application = host.instance.replace(/:.*/, '');
  return {
    family: 'system_cpu_usage',
    series: `system_cpu_usage{application="${application}",instance="${application}:8080",job="simulated"}`,
    valueAt: (row) => between(host.usage, row),
  };
}

function between(column: Float64Array, row: number): number {
  const before = Math.floor(row);
  const after = Math.min(before + 1, column.length - 1);
  return column[before] + (row - before) * (column[after] - column[before]);
}
