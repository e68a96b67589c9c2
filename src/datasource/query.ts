import type { DataQuery } from '@grafana/schema';

import { type CpuMetricName, cpuMetrics, type PartialSettings } from 'foreband-engine';

/** Where a query's samples come from. */
export type QuerySource = 'metric' | 'promql' | 'simulation';

/** The form of a query's answer: series with band, one table of anomalies, or the forecast alone. */
export type QueryOutput = 'series' | 'anomalies' | 'forecast';

/** A simulated fleet. */
export interface SimulationScenario {
  /** Start of all randomness, a whole number of 32 bits. The same seed gives the same series, for ever. */
  readonly seed: number;
  /** How many machines, 1 to 1000. */
  readonly nInstances: number;
}

/** A query that goes on by itself while somebody looks at a range that ends now. */
export interface LiveMode {
  /** How often new samples are looked for, in ms: 5 s to 1 h, default 30 s. */
  readonly intervalMs: number;
}

/** A Foreband query as stored in a dashboard. */
export interface ForebandQuery extends DataQuery {
  /** Layout of this object; `migrateQuery` brings every older one to this. */
  version: 1;
  source: QuerySource;
  /** CPU metric of the source `metric`; `auto` is the first one that has data. */
  metric: 'auto' | CpuMetricName;
  /** PromQL of the source `promql`. */
  expr?: string;
  /** The scenario of the source `simulation`. Default seed 1, three machines. */
  scenario?: SimulationScenario;
  /** Legend with `{{label}}`; default the metric's own, or name and labels as Prometheus writes them. */
  legendFormat?: string;
  output: QueryOutput;
  /** Default none: the query answers when it is asked, as others do. */
  live?: LiveMode;
  /** Settings that differ from the defaults; a panel may override each. */
  settings: PartialSettings;
}

/** The fleet of a simulation that says nothing else. */
export const defaultScenario: SimulationScenario = { seed: 1, nInstances: 3 };

/** Bounds and default of the interval of live mode, in ms. */
export const liveIntervalMs = { min: 5000, max: 3_600_000, default: 30_000 } as const;

/** Mark (`queryType`) of a query that Grafana runs for annotations: simulated anomalies must never become one. */
export const ANNOTATION_QUERY_TYPE = 'annotation';

/** The first state of a new query. */
export const defaultQuery: Omit<ForebandQuery, 'refId'> = {
  version: 1,
  source: 'metric',
  metric: 'auto',
  output: 'series',
  settings: {},
};

const outputTexts: Readonly<Record<QueryOutput, string>> = {
  series: '',
  anomalies: 'Anomalies of ',
  forecast: 'Forecast of ',
};

function describeSource({ source, metric, expr = '', scenario = defaultScenario }: ForebandQuery): string {
  switch (source) {
    case 'metric':
      return metric === 'auto' ? 'CPU usage (first metric found)' : `CPU usage (${metric}): ${cpuMetrics[metric].expr}`;
    case 'promql':
      return expr;
    case 'simulation':
      return `simulation of ${scenario.nInstances} machines, seed ${scenario.seed}`;
  }
}

/** A query in a line, as Grafana shows it where it is collapsed. */
export function describeQuery(query: ForebandQuery): string {
  return `${outputTexts[query.output]}${describeSource(query)}`;
}

/** Whether a query says enough to be run. */
export function isRunnable({ source, expr = '' }: ForebandQuery): boolean {
  return source !== 'promql' || expr.trim() !== '';
}
