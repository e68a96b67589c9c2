import { SAMPLE_MS, type SimulatedHost } from './simulatedHosts';

/** A metric as its exporter declares it. */
export interface MetricFamily {
  /** Without the `_total` of a counter, as OpenMetrics has it. */
  readonly name: string;
  readonly type: 'counter' | 'gauge';
}

/** One line of exposition: a series and how its value follows from the host's usage at a (fractional) row. */
export interface SimulatedMetric {
  readonly family: MetricFamily;
  readonly series: string;
  readonly valueAt: (row: number) => number;
}

const USER_SHARE = 0.7;
const IDLE_START_SECONDS = 1e6;

// Above any number of seconds that a host has been up.
const LARGE = 1e8;

/**
 * The lines of a node exporter about the host's CPUs: `node_cpu_seconds_total`, so that one minus the rate of
 * `mode="idle"` is the simulated usage.
 */
function cpuMetrics(host: SimulatedHost): readonly SimulatedMetric[] {
  const busyAt = (row: number) => between(host.busySeconds, row);
  const modes = {
    idle: (row: number) => IDLE_START_SECONDS + (row * SAMPLE_MS) / 1000 - busyAt(row),
    user: (row: number) => USER_SHARE * busyAt(row),
    system: (row: number) => (1 - USER_SHARE) * busyAt(row),
  };
  return Array.from({ length: host.nCpus }, (_, cpu) =>
    Object.entries(modes).map(([mode, valueAt]) => ({
      family: { name: 'node_cpu_seconds', type: 'counter' } as const,
      series: `node_cpu_seconds_total{cpu="${cpu}",instance="${host.instance}",job="simulated",mode="${mode}"}`,
      valueAt,
    })),
  ).flat();
}

/** The node exporter's lines about the host's memory, disk and network, and the application's about its requests. */
function resourceMetrics({ instance, resources }: SimulatedHost): readonly SimulatedMetric[] {
  if (resources === undefined) {
    return [];
  }
  const { memoryBytes, availableMemory, diskBytes, availableDisk, received, latency } = resources;
  const at = `instance="${instance}",job="simulated"`;
  const disk = `device="/dev/sda1",fstype="ext4",${at},mountpoint="/"`;
  const service = `handler="/",instance="${instance.replace(/:.*/, '')}:8080",job="simulated",quantile="0.99"`;
  return [
    gauge('node_memory_MemTotal_bytes', at, () => memoryBytes),
    gauge('node_memory_MemAvailable_bytes', at, (row) => between(availableMemory, row)),
    gauge('node_filesystem_size_bytes', disk, () => diskBytes),
    gauge('node_filesystem_avail_bytes', disk, (row) => between(availableDisk, row)),
    {
      family: { name: 'node_network_receive_bytes', type: 'counter' },
      series: `node_network_receive_bytes_total{device="eth0",${at}}`,
      valueAt: (row) => between(received, row),
    },
    ...(latency === undefined ? [] : [gauge('http_request_duration_seconds', service, (row) => between(latency, row))]),
  ];
}

/** The same usage as a gauge of an application, for expressions without a rate. */
function applicationMetric(host: SimulatedHost): SimulatedMetric {
  const application = host.instance.replace(/:.*/, '');
  const labels = `application="${application}",instance="${application}:8080",job="simulated"`;
  return gauge('system_cpu_usage', labels, (row) => between(host.usage, row));
}

function gauge(name: string, labels: string, valueAt: (row: number) => number): SimulatedMetric {
  return { family: { name, type: 'gauge' }, series: `${name}{${labels}}`, valueAt };
}

/** Whole bytes; a ten-thousandth of what is small. */
export function sampleText(value: number): string {
  return Math.abs(value) < LARGE ? value.toFixed(4) : value.toFixed(0);
}

function between(column: Float64Array, row: number): number {
  const before = Math.floor(row);
  const after = Math.min(before + 1, column.length - 1);
  return column[before] + (row - before) * (column[after] - column[before]);
}

/** Metrics by family, since an exposition holds the lines of one together; the first host alone has an application. */
export function metricsOf(hosts: readonly SimulatedHost[]): ReadonlyArray<readonly SimulatedMetric[]> {
  const metrics = [
    ...hosts.flatMap(cpuMetrics),
    ...hosts.slice(0, 1).map(applicationMetric),
    ...hosts.flatMap(resourceMetrics),
  ];
  const names = new Set(metrics.map(({ family }) => family.name));
  return [...names].map((name) => metrics.filter(({ family }) => family.name === name));
}
