import type { DataSourceJsonData } from '@grafana/data';

/** What an administrator sets, as Grafana stores it. Every field may be missing. */
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

const unitsMs: ReadonlyMap<string, number> = new Map([
  ['ms', 1],
  ['s', 1000],
  ['m', 60_000],
  ['h', 3_600_000],
  ['d', 86_400_000],
  ['w', 7 * 86_400_000],
  ['y', 365 * 86_400_000],
]);

/**
 * A duration in whole numbers of units, as Prometheus writes them, in ms: `90s`, `1m30s`, `28d`; undefined for an empty
 * text or one that is no duration.
 */
export function parseDuration(text: string | undefined): number | undefined {
  const written = text?.trim() ?? '';
  if (!/^(\d+(ms|[smhdwy]))+$/.test(written)) {
    return undefined;
  }
  const parts = [...written.matchAll(/(\d+)(ms|[smhdwy])/g)];
  const durationMs = parts.reduce((total, [, count, unit]) => total + Number(count) * (unitsMs.get(unit) ?? 0), 0);
  return durationMs > 0 ? durationMs : undefined;
}

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
