import type { DataSourceJsonData } from '@grafana/data';

import { parseDuration } from 'foreband-prometheus';

/** An administrator's settings, as Grafana stores them. Every field may be missing. */
export interface ForebandOptions extends DataSourceJsonData {
  /** How often Prometheus scrapes, for instance `15s`. */
  timeInterval?: string;
  /** How long Prometheus may take for a query, for instance `60s`. */
  queryTimeout?: string;
  /** Parameters added to every request, for instance `dedup=true&tenant=a`. */
  customQueryParameters?: string;
  /** Training window of queries that set none, for instance `28d`. */
  defaultTrainingWindow?: string;
  /** Whether simulated data stands in while Prometheus cannot be reached. Default false. */
  showSimulationWhenUnreachable?: boolean;
  /** A Prometheus data source of Grafana to ask instead of an own address. */
  prometheusUid?: string;
}

/** The options, complete. */
export interface ParsedOptions {
  /** In ms. Default 15 s, Grafana's own for Prometheus. */
  readonly scrapeIntervalMs: number;
  /** In ms; undefined leaves it to Prometheus. */
  readonly queryTimeoutMs?: number;
  readonly customParameters: ReadonlyArray<readonly [string, string]>;
  /** In ms; undefined leaves it to Foreband's default of 28 days. */
  readonly defaultTrainingWindowMs?: number;
  readonly showSimulationWhenUnreachable: boolean;
  /** Empty where another data source is to be asked and none is chosen yet. */
  readonly prometheusUid?: string;
}

/** Scrape interval where none is set, in ms. */
const DEFAULT_SCRAPE_INTERVAL_MS = 15_000;

/** Completes the stored options; what cannot be read gets its default. */
export function parseOptions(stored: ForebandOptions): ParsedOptions {
  return {
    scrapeIntervalMs: parseDuration(stored.timeInterval) ?? DEFAULT_SCRAPE_INTERVAL_MS,
    queryTimeoutMs: parseDuration(stored.queryTimeout),
    customParameters: [...new URLSearchParams(stored.customQueryParameters ?? '')],
    defaultTrainingWindowMs: parseDuration(stored.defaultTrainingWindow),
    showSimulationWhenUnreachable: stored.showSimulationWhenUnreachable === true,
    ...(stored.prometheusUid === undefined ? {} : { prometheusUid: stored.prometheusUid }),
  };
}
