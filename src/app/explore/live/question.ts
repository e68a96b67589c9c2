import type { DataSourceInstanceSettings } from '@grafana/data';
import type { DataQuery } from '@grafana/schema';

import { type CpuMetricName, cpuMetrics, type PartialSettings } from 'foreband-engine';
import { FOREBAND_TYPE } from '../../../grafana/dataSourceTypes';
import { intervalText } from '../../../training/intervalText';

/** A question to a data source: a CPU metric it is known how to query, or PromQL. */
export type Question =
  /** `auto` is left to Foreband's own data source, which knows what it has. */
  | { readonly kind: 'metric'; readonly metric: 'auto' | CpuMetricName }
  | { readonly kind: 'promql'; readonly expr: string };

/** Whom to ask. */
export type AskedSource = Pick<DataSourceInstanceSettings, 'uid' | 'type'>;

/** Settings that decide what is fetched. */
export interface FetchSettings {
  readonly stepMs: number;
  readonly trainingWindowMs: number;
}

/** Grafana's unit of the answer; undefined where it is not known. */
export function unitOf(question: Question): string | undefined {
  return question.kind === 'metric' && question.metric !== 'auto' ? cpuMetrics[question.metric].unit : undefined;
}

function forebandQuery(question: Question, datasource: AskedSource, settings: PartialSettings): DataQuery {
  const own = { version: 1, output: 'series', settings };
  const asked =
    question.kind === 'metric'
      ? { source: 'metric', metric: question.metric }
      : { source: 'promql', metric: 'auto', expr: question.expr };
  return { refId: 'A', datasource, ...asked, ...own };
}

function prometheusQuery(question: Question, datasource: AskedSource, stepMs: number): DataQuery {
  const known = question.kind === 'metric' && question.metric !== 'auto' ? cpuMetrics[question.metric] : undefined;
  const expr = question.kind === 'promql' ? question.expr : (known?.expr ?? '');
  const legendFormat = known === undefined || known.legendFormat === '' ? '__auto' : known.legendFormat;
  const own = { expr, range: true, instant: false, editorMode: 'code', interval: intervalText(stepMs), legendFormat };
  return { refId: 'A', datasource, ...own };
}

/** The query that asks a data source, as a dashboard stores it. */
export function queryOf(question: Question, { uid, type }: AskedSource, settings: FetchSettings): DataQuery {
  const datasource = { uid, type };
  return type === FOREBAND_TYPE
    ? forebandQuery(question, datasource, settings)
    : prometheusQuery(question, datasource, settings.stepMs);
}
