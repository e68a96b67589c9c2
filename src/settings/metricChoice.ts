import { type CpuMetricName, cpuMetricNames, cpuMetrics } from 'foreband-engine';

/** The CPU metrics found in a data source. */
export type FoundMetrics =
  | { readonly kind: 'asking' }
  | { readonly kind: 'found'; readonly names: readonly CpuMetricName[] }
  | { readonly kind: 'failed'; readonly message: string };

/** A CPU metric to query; `auto` is the first that has data. */
export type MetricChoice = 'auto' | CpuMetricName;

/** An option of a select. */
export interface MetricOption {
  readonly value: MetricChoice;
  readonly label: string;
  readonly description: string;
}

/** Every choice of metric, with which of them have data. */
export function metricOptions(found: FoundMetrics): MetricOption[] {
  const names = found.kind === 'found' ? found.names : [];
  const first = names.at(0);
  return [
    {
      value: 'auto',
      label: first === undefined ? 'Auto' : `Auto: ${first}`,
      description: 'The first of these that has data',
    },
    ...cpuMetricNames.map((name) => ({
      value: name,
      label: names.includes(name) ? `${name} (has data)` : name,
      description: cpuMetrics[name].origin,
    })),
  ];
}

/** The query that a choice leads to, or why it leads to none. */
export function metricText(found: FoundMetrics, metric: MetricChoice): string {
  switch (found.kind) {
    case 'asking':
      return 'Looking for CPU metrics...';
    case 'failed':
      return `Could not look for CPU metrics: ${found.message}`;
    case 'found': {
      const name = metric === 'auto' ? found.names.at(0) : metric;
      if (name === undefined) {
        return 'None of the known CPU metrics has data here: choose PromQL.';
      }
      return found.names.includes(name) ? cpuMetrics[name].expr : `No data here: ${cpuMetrics[name].expr}`;
    }
  }
}
