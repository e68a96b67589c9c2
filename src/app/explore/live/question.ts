import type { DataSourceInstanceSettings } from '@grafana/data';
import type { DataQuery } from '@grafana/schema';

import type { PartialSettings } from '../../../engine/parseSettings';
import { cpuMetrics, type CpuMetricName } from '../../../metrics/cpuMetrics';
import { FOREBAND_TYPE } from '../../../metrics/dataSourceTypes';
import { intervalText } from '../../../training/intervalText';

/** What a data source is asked for. */
export interface Question {
  /** PromQL, its time macros left to the data source. */
  readonly expr: string;
  /** Legend of its series; undefined leaves it to the data source. */
  readonly legendFormat?: string;
  /** Grafana's unit of its series. */
  readonly unit?: string;
}

/** The question for a CPU metric. */
export function metricQuestion(name: CpuMetricName): Question {
  const { expr, legendFormat, unit } = cpuMetrics[name];
  return { expr, unit, ...(legendFormat === '' ? {} : { legendFormat }) };
}

/** A query as either data source stores it, and so as a dashboard does. */
export interface SourceQuery extends DataQuery {
  readonly expr: string;
  readonly legendFormat?: string;
}

/** The query that puts a question to Foreband's own data source, or to Grafana's for Prometheus. */
export function queryOf(
  { expr, legendFormat }: Question,
  { uid, type }: Pick<DataSourceInstanceSettings, 'uid' | 'type'>,
  settings: PartialSettings & { readonly stepMs: number },
): SourceQuery {
  const common = { refId: 'A', datasource: { uid, type }, expr };
  if (type === FOREBAND_TYPE) {
    const own = { version: 1, source: 'promql', metric: 'auto', output: 'series', settings };
    return { ...common, ...own, ...(legendFormat === undefined ? {} : { legendFormat }) };
  }
  const own = { range: true, instant: false, editorMode: 'code', interval: intervalText(settings.stepMs) };
  return { ...common, ...own, legendFormat: legendFormat ?? '__auto' };
}
