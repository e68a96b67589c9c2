/** The CPU metrics Foreband knows, in the order in which `auto` tries them. */
export const cpuMetricNames = [
  'node_cpu_seconds_total',
  'cpu_usage_idle',
  'cpu_usage_percent',
  'system_cpu_usage',
  'container_cpu_usage_seconds_total',
] as const;

/** Name of a CPU metric that Foreband knows how to query. */
export type CpuMetricName = (typeof cpuMetricNames)[number];

/** How a CPU metric is queried and shown. */
export interface CpuMetric {
  /** PromQL, for all instances at once. */
  readonly expr: string;
  /** Exporter or agent that it comes from. */
  readonly origin: string;
  /** Legend where the query sets none. */
  readonly legendFormat: string;
  /** Grafana's unit of the result; undefined for cores. */
  readonly unit?: string;
}

/** PromQL, origin and unit of each CPU metric. */
export const cpuMetrics: Readonly<Record<CpuMetricName, CpuMetric>> = {
  node_cpu_seconds_total: {
    expr: '1 - avg by (instance) (rate(node_cpu_seconds_total{mode="idle"}[$__rate_interval]))',
    origin: 'node exporter',
    legendFormat: '{{instance}}',
    unit: 'percentunit',
  },
  cpu_usage_idle: {
    expr: '(100 - cpu_usage_idle) / 100',
    origin: 'Telegraf',
    legendFormat: '',
    unit: 'percentunit',
  },
  cpu_usage_percent: {
    expr: 'cpu_usage_percent / 100',
    origin: 'exporters of percentages',
    legendFormat: '',
    unit: 'percentunit',
  },
  system_cpu_usage: {
    expr: 'system_cpu_usage',
    origin: 'Micrometer, Spring Boot',
    legendFormat: '',
    unit: 'percentunit',
  },
  container_cpu_usage_seconds_total: {
    expr: 'sum by (namespace, pod, container) (rate(container_cpu_usage_seconds_total{container!=""}[$__rate_interval]))',
    origin: 'cAdvisor, kubelet; in cores',
    legendFormat: '{{namespace}}/{{pod}}/{{container}}',
  },
};

/** Whether a text names one of the CPU metrics. */
export function isCpuMetricName(name: unknown): name is CpuMetricName {
  return cpuMetricNames.some((known) => known === name);
}
