import { isCpuMetricName, migrateSettings, parseSettings, type PartialSettings } from 'foreband-engine';
import { isRecord, textAt } from 'foreband-prometheus';

import {
  defaultQuery,
  defaultScenario,
  liveIntervalMs,
  type ForebandQuery,
  type LiveMode,
  type QueryOutput,
  type QuerySource,
  type SimulationScenario,
} from './query';

const sources: readonly QuerySource[] = ['metric', 'promql', 'simulation'];
const outputs: readonly QueryOutput[] = ['series', 'anomalies', 'forecast'];
const MAX_INSTANCES = 1000;

function wholeOr(value: unknown, min: number, max: number, otherwise: number): number {
  const isUsable = typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max;
  return isUsable ? value : otherwise;
}

function readScenario(value: unknown): SimulationScenario | undefined {
  if (!isRecord(value)) {
    return undefined;
  }
  return {
    seed: wholeOr(value.seed, -(2 ** 31), 2 ** 32 - 1, defaultScenario.seed),
    nInstances: wholeOr(value.nInstances, 1, MAX_INSTANCES, defaultScenario.nInstances),
  };
}

function readLive(value: unknown): LiveMode | undefined {
  if (!isRecord(value)) {
    return undefined;
  }
  const { intervalMs } = value;
  const { min, max, default: usual } = liveIntervalMs;
  return { intervalMs: typeof intervalMs === 'number' ? Math.min(Math.max(intervalMs, min), max) || usual : usual };
}

// Settings are checked where they are used, so that a wrong one gets a message instead of being lost on the way.
function readSettings(value: unknown): PartialSettings {
  return isRecord(value) ? migrateSettings(value) : {};
}

// Before there was a source, and in queries of Grafana's own Prometheus, an expression alone said what was meant.
function readSource(value: unknown, expr: string | undefined): QuerySource {
  const stored = sources.find((source) => source === value);
  return stored ?? (expr === undefined ? defaultQuery.source : 'promql');
}

function grafanaFields(stored: Record<string, unknown>) {
  const { datasource } = stored;
  return {
    refId: textAt(stored, 'refId') ?? 'A',
    ...(typeof stored.hide === 'boolean' ? { hide: stored.hide } : {}),
    ...(typeof stored.key === 'string' ? { key: stored.key } : {}),
    ...(typeof stored.queryType === 'string' ? { queryType: stored.queryType } : {}),
    ...(isRecord(datasource)
      ? { datasource: { type: textAt(datasource, 'type'), uid: textAt(datasource, 'uid') } }
      : {}),
  };
}

/**
 * A query of any age or origin as one of today: older layouts, queries of Grafana's Prometheus, incomplete ones written
 * by hand. What it does not understand gets its default.
 */
export function migrateQuery(stored: unknown): ForebandQuery {
  const fields = isRecord(stored) ? stored : {};
  const expr = textAt(fields, 'expr');
  const scenario = readScenario(fields.scenario);
  const legendFormat = textAt(fields, 'legendFormat');
  const live = readLive(fields.live);
  return {
    ...grafanaFields(fields),
    version: 1,
    source: readSource(fields.source, expr),
    metric: isCpuMetricName(fields.metric) ? fields.metric : 'auto',
    output: outputs.find((output) => output === fields.output) ?? defaultQuery.output,
    settings: readSettings(fields.settings),
    ...(expr === undefined ? {} : { expr }),
    ...(scenario === undefined ? {} : { scenario }),
    ...(live === undefined ? {} : { live }),
    // Grafana's Prometheus writes this for "the data source decides", which is our default.
    ...(legendFormat === undefined || legendFormat === '__auto' ? {} : { legendFormat }),
  };
}

/** The complete settings of a query: its own, then the data source's default window, then Foreband's defaults. */
export function querySettings(query: ForebandQuery, defaultTrainingWindowMs?: number) {
  const base: PartialSettings =
    defaultTrainingWindowMs === undefined ? {} : { trainingWindowMs: defaultTrainingWindowMs };
  return parseSettings({ ...base, ...query.settings });
}
