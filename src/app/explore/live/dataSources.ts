import type { DataSourceInstanceSettings } from '@grafana/data';
import { getDataSourceSrv } from '@grafana/runtime';

import { FOREBAND_TYPE, isPrometheusType } from '../../../grafana/dataSourceTypes';

/** The data sources that can be asked for PromQL: Foreband's first, then Grafana's own for Prometheus. */
export function promqlSources(): readonly DataSourceInstanceSettings[] {
  const all = getDataSourceSrv().getList({ metrics: true });
  return [...all.filter(({ type }) => type === FOREBAND_TYPE), ...all.filter(({ type }) => isPrometheusType(type))];
}

/** Foreband's first data source; undefined where there is none. */
export function forebandSource(): Pick<DataSourceInstanceSettings, 'uid' | 'type'> | undefined {
  const found = promqlSources().find(({ type }) => type === FOREBAND_TYPE);
  return found && { uid: found.uid, type: found.type };
}

/** The data source with a uid, or the first there is; undefined where that one is gone, or there is none. */
export function promqlSource(uid: string | null): DataSourceInstanceSettings | undefined {
  const sources = promqlSources();
  return uid === null ? sources.at(0) : sources.find((source) => source.uid === uid);
}
