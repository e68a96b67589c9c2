import { dateTime, type DataSourceApi, type TimeZone } from '@grafana/data';
import { firstValueFrom, filter } from 'rxjs';

import { type CpuMetricName, cpuMetricNames, isCpuMetricName } from 'foreband-engine';
import { isPrometheusType } from '../../../grafana/dataSourceTypes';
import { isComplete, runQuery } from '../../../training/rerun';

import { liveRequest } from './liveRequest';

// Grafana names a series' metric differently from release to release; a label of our own it leaves alone.
const LABEL = 'metric_name';
const FOUND = `count by (${LABEL}) (label_replace({__name__=~"${cpuMetricNames.join('|')}"}, "${LABEL}", "$1", "__name__", "(.+)"))`;

const HOUR_MS = 3_600_000;

interface Finder {
  findCpuMetrics(): Promise<readonly string[]>;
}

function isFinder(api: unknown): api is Finder {
  return typeof api === 'object' && api !== null && 'findCpuMetrics' in api && typeof api.findCpuMetrics === 'function';
}

async function askPrometheus(api: DataSourceApi, now: number, timeZone: TimeZone): Promise<readonly string[]> {
  const [from, to] = [dateTime(now - HOUR_MS), dateTime(now)];
  const target = { refId: 'A', datasource: api.getRef(), expr: FOUND, instant: true, range: false };
  const range = { from, to, raw: { from, to } };
  const request = liveRequest({
    requestId: `foreband-metrics-${api.uid}`,
    target,
    range,
    timeZone,
    stepMs: 60_000,
    now,
  });
  const { series, errors } = await firstValueFrom(runQuery(api, request).pipe(filter(isComplete)));
  const [error] = errors ?? [];
  if (error !== undefined) {
    throw new Error(error.message ?? 'The data source refused to look for CPU metrics.');
  }
  return series.flatMap(({ fields }) => fields.map(({ labels }) => labels?.[LABEL] ?? ''));
}

/**
 * The CPU metrics of a data source that have data, in the order of preference. Foreband's own knows; Grafana's for
 * Prometheus is asked.
 */
export async function findCpuMetrics(api: DataSourceApi, now: number, timeZone: TimeZone): Promise<CpuMetricName[]> {
  const found = isFinder(api) ? await api.findCpuMetrics() : [];
  const asked = isPrometheusType(api.type) ? await askPrometheus(api, now, timeZone) : [];
  const names = new Set([...found, ...asked].filter(isCpuMetricName));
  return cpuMetricNames.filter((name) => names.has(name));
}
