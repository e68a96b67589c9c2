import {
  DataSourceApi,
  rangeUtil,
  type DataQueryRequest,
  type DataSourceInstanceSettings,
  type MetricFindValue,
  type ScopedVars,
} from '@grafana/data';
import { getBackendSrv, getTemplateSrv } from '@grafana/runtime';
import { catchError, forkJoin, map, of, throwError, type Observable } from 'rxjs';
import { toFrames, type PrometheusAnswer, type PrometheusQuery, type PrometheusResult } from './prometheusQuery';

const MAX_POINTS = 11_000;
const LABEL_VALUES = /^label_values\((?:(.*),\s*)?([\w]+)\)$/;

/**
 * Stands in for Grafana's own Prometheus data source (packages/grafana-prometheus), far smaller: range and instant
 * queries, label lookups for variables and ad hoc filters. It lets panels be tried on a data source that knows nothing
 * of Foreband.
 */
export class PrometheusDataSource extends DataSourceApi<PrometheusQuery> {
  private readonly address: string;
  private readonly minStepMs: number;

  constructor(settings: DataSourceInstanceSettings) {
    super(settings);
    this.address = settings.url ?? '';
    const { timeInterval } = settings.jsonData as { timeInterval?: string };
    this.minStepMs = rangeUtil.intervalToMs(timeInterval || '15s');
  }

  override query(request: DataQueryRequest<PrometheusQuery>) {
    const targets = request.targets.filter((target) => !target.hide && this.filterQuery(target));
    if (targets.length === 0) {
      return of({ data: [] });
    }
    return forkJoin(targets.map((target) => this.ask(request, target))).pipe(
      map((results) => ({ data: results.flatMap((result, index) => toFrames(result, targets[index])) })),
    );
  }

  override filterQuery(query: PrometheusQuery): boolean {
    return (query.expr ?? '').trim() !== '';
  }

  override async metricFindQuery(query: unknown): Promise<MetricFindValue[]> {
    const text = typeof query === 'string' ? query : ((query as { query?: string }).query ?? '');
    const match = LABEL_VALUES.exec(getTemplateSrv().replace(text).trim());
    if (match === null) {
      return [];
    }
    const params: Record<string, string> = match[1] ? { 'match[]': match[1] } : {};
    return valuesOf(await this.get<string[]>(`label/${match[2]}/values`, params));
  }

  override async getTagKeys(): Promise<MetricFindValue[]> {
    return valuesOf(await this.get<string[]>('labels', {}));
  }

  override async getTagValues({ key }: { key: string }): Promise<MetricFindValue[]> {
    return valuesOf(await this.get<string[]>(`label/${key}/values`, {}));
  }

  async testDatasource() {
    const { version } = await this.get<{ version: string }>('status/buildinfo', {});
    return { status: 'success', message: `Prometheus ${version} answered.` };
  }

  private ask(request: DataQueryRequest, target: PrometheusQuery): Observable<PrometheusResult> {
    const { range, intervalMs, scopedVars } = request;
    const from = range.from.valueOf() / 1000;
    const to = range.to.valueOf() / 1000;
    const wanted = rangeUtil.intervalToMs(target.interval || '1s');
    const step = Math.max(wanted, intervalMs, this.minStepMs, ((to - from) * 1000) / MAX_POINTS) / 1000;
    const query = this.interpolated(target.expr ?? '', scopedVars, step);
    const aligned = { start: Math.floor(from / step) * step, end: Math.floor(to / step) * step, step };
    const params = target.instant ? { query, time: to } : { query, ...aligned };
    const path = target.instant ? 'query' : 'query_range';
    const requestId = `${request.requestId}_${target.refId}`;
    return getBackendSrv()
      .fetch<PrometheusAnswer<PrometheusResult>>({ url: `${this.address}/api/v1/${path}`, params, requestId })
      .pipe(
        map(({ data }) => data.data),
        catchError((error: { data?: { error?: string } }) =>
          throwError(() => (error.data?.error === undefined ? error : new Error(error.data.error))),
        ),
      );
  }

  private interpolated(expr: string, scopedVars: ScopedVars, step: number): string {
    const scrape = this.minStepMs / 1000;
    const rate = Math.max(step + scrape, 4 * scrape);
    const own = {
      __rate_interval: { text: `${rate}s`, value: `${rate}s` },
      __interval: { text: `${step}s`, value: `${step}s` },
    };
    return getTemplateSrv().replace(expr, { ...scopedVars, ...own }, 'regex');
  }

  private async get<T>(path: string, params: Record<string, string>): Promise<T> {
    const answer = await getBackendSrv().get<PrometheusAnswer<T>>(`${this.address}/api/v1/${path}`, params);
    return answer.data;
  }
}

const valuesOf = (names: readonly string[]): MetricFindValue[] => names.map((text) => ({ text }));
