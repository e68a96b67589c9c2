import { FieldType, type DataFrame, type DataQuery, type Labels } from '@grafana/data';

/** The part of Grafana's PromQuery that the stand-in understands. */
export interface PrometheusQuery extends DataQuery {
  expr?: string;
  legendFormat?: string;
  instant?: boolean;
  /** Lower bound of the step, such as '1m'. */
  interval?: string;
}

/** One series of `/api/v1/query_range` or one sample of `/api/v1/query`. */
interface PrometheusSeries {
  readonly metric: Labels;
  readonly values?: readonly (readonly [number, string])[];
  readonly value?: readonly [number, string];
}

/** Prometheus's JSON envelope. */
export interface PrometheusAnswer<T> {
  readonly status: 'success' | 'error';
  readonly data: T;
}

/** A matrix or a vector. */
export interface PrometheusResult {
  readonly resultType: string;
  readonly result: readonly PrometheusSeries[];
}

/** One frame per series, as Grafana's own data source gives them. */
export function toFrames(result: PrometheusResult, { refId, legendFormat, expr }: PrometheusQuery): DataFrame[] {
  return result.result.map((series) => {
    const samples = series.values ?? (series.value === undefined ? [] : [series.value]);
    const name = legendFormat ? filled(legendFormat, series.metric) : seriesName(series.metric, expr);
    const { __name__: _, ...labels } = series.metric;
    return {
      refId,
      name,
      meta: { type: 'timeseries-multi' as never, executedQueryString: expr },
      length: samples.length,
      fields: [
        { name: 'Time', type: FieldType.time, config: {}, values: samples.map(([time]) => time * 1000) },
        {
          name: 'Value',
          type: FieldType.number,
          labels,
          config: { displayNameFromDS: name },
          values: samples.map(([, value]) => Number(value)),
        },
      ],
    };
  });
}

const filled = (format: string, labels: Labels): string =>
  format.replace(/\{\{\s*(.+?)\s*\}\}/g, (_, label: string) => labels[label] ?? label);

function seriesName({ __name__: metric = '', ...labels }: Labels, expr = ''): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${value}"`);
  return pairs.length === 0 ? metric || expr : `${metric}{${pairs.join(', ')}}`;
}
