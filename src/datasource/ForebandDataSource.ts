import {
  DataSourceApi,
  type AdHocVariableFilter,
  type DataQueryRequest,
  type DataQueryResponse,
  type DataSourceGetTagKeysOptions,
  type DataSourceGetTagValuesOptions,
  type DataSourceInstanceSettings,
  type MetricFindValue,
  type ScopedVars,
  type TimeRange,
} from '@grafana/data';
import { getTemplateSrv } from '@grafana/runtime';
import type { DataQuery } from '@grafana/schema';
import type { Observable } from 'rxjs';
import type { TimeSpan } from 'foreband-detector';
import { type CpuMetricName, loadEngine } from 'foreband-engine';
import {
  createBlockStore,
  createClient,
  createGridArchive,
  createRequestQueue,
  type FillText,
  findSyntaxProblem,
  gridStore,
  type GridTypes,
  type PrometheusClient,
  RangeClient,
  type SyntaxProblem,
} from 'foreband-prometheus';

import { grafanaOwner } from '../stores/grafanaOwner';
import { storeName } from '../stores/storeOwner';
import { info } from '../grafana/notices';

import { createAnnotationSupport } from './annotationSupport';
import type { AnswerHost } from './answer/answerQuery';
import { detachQuery, fillExpression, prepareQuery, type PrepareHost } from './answer/prepareQuery';
import { checkHealth, type Health } from './checkHealth';
import { findConnection, type KnownConnection } from './connection';
import { findCpuMetrics, rememberCpuMetrics } from './findCpuMetrics';
import { answerLive } from './live/answerLive';
import { browserClock, rangeClock, type LiveClock } from './live/clock';
import { migrateQuery } from './migrateQuery';
import { parseOptions, type ForebandOptions, type ParsedOptions } from './options';
import { defaultQuery, describeQuery, isRunnable, type ForebandQuery } from './query';
import { send } from './send';
import { findTagKeys, findTagValues } from './tags';
import { answerVariable } from './variableQuery';
import { VariableSupport } from './VariableSupport';

/** The data source: asks Prometheus through Grafana's proxy, as the viewer, and answers with forecasts and anomalies. */
export class ForebandDataSource extends DataSourceApi<ForebandQuery, ForebandOptions> {
  /** The data source's settings, complete. */
  readonly options: ParsedOptions;
  /** The CPU metrics of this Prometheus, looked up once per session. */
  readonly findCpuMetrics: () => Promise<CpuMetricName[]>;

  override annotations = createAnnotationSupport();
  override variables = new VariableSupport((query, { span, scopedVars }) =>
    answerVariable(this.client(), query, { span, fillText: fillWith(scopedVars) }),
  );

  private readonly url: string | undefined;
  private readonly queue = createRequestQueue();
  private readonly ranges: RangeClient<GridTypes>;
  private readonly running = new Map<string, AbortController>();
  private storeFailure: string | undefined;
  private autoMetric: CpuMetricName | undefined;

  constructor(
    settings: DataSourceInstanceSettings<ForebandOptions>,
    private readonly clock: LiveClock = browserClock,
  ) {
    super(settings);
    this.url = settings.url;
    this.options = parseOptions(settings.jsonData);
    this.interval = settings.jsonData.timeInterval;
    this.findCpuMetrics = rememberCpuMetrics(async () => {
      const found = await findCpuMetrics(this.client(), clock.now());
      this.autoMetric = found.at(0);
      return found;
    });
    const blocks = createBlockStore(storeName('foreband-training', grafanaOwner()));
    this.ranges = new RangeClient({
      clock: rangeClock(clock),
      store: gridStore,
      archive: createGridArchive(blocks, (reason) => {
        this.storeFailure = reason;
      }),
      scrapeIntervalMs: this.options.scrapeIntervalMs,
    });
  }

  /** Prometheus's API at this data source's address. */
  client(): PrometheusClient {
    return createClient(this.connection(), this.queue, send);
  }

  override query(request: DataQueryRequest<ForebandQuery>): Observable<DataQueryResponse> {
    return answerLive(request, {
      prepare: (query, scope) => prepareQuery(this.prepareHost(), query, scope),
      host: () => this.answerHost(),
      running: this.running,
      fillText: (scopedVars) => fillWith(scopedVars),
      now: this.clock.now,
      clock: this.clock,
      scrapeIntervalMs: this.options.scrapeIntervalMs,
    });
  }

  override filterQuery(query: ForebandQuery): boolean {
    return isRunnable(migrateQuery(query));
  }

  override getDefaultQuery(): Partial<ForebandQuery> {
    return { ...defaultQuery };
  }

  override getQueryDisplayText(query: ForebandQuery): string {
    return describeQuery(migrateQuery(query));
  }

  /** Queries that mean the same outside of their dashboard: Explore has neither its variables nor its filters. */
  override interpolateVariablesInQueries(
    queries: ForebandQuery[],
    scopedVars: ScopedVars,
    filters: AdHocVariableFilter[] = [],
  ): ForebandQuery[] {
    const scope = { filters, fillText: fillWith(scopedVars) };
    return queries.map((query) => ({
      ...detachQuery(migrateQuery(query), scope, this.autoMetric),
      datasource: this.getRef(),
    }));
  }

  /** A panel switched over from Prometheus keeps its expressions. */
  override importQueries(queries: DataQuery[]): Promise<ForebandQuery[]> {
    return Promise.resolve(queries.map((query) => ({ ...migrateQuery(query), datasource: this.getRef() })));
  }

  /** "Save & test": forgets what it remembers, because the address may have become another Prometheus. */
  override async testDatasource(): Promise<Health> {
    const { uid } = this.connection();
    await this.ranges.forget(`${uid} `);
    const client = this.client();
    return checkHealth(client, () => findCpuMetrics(client, Date.now()), Date.now());
  }

  override async getTagKeys(options?: DataSourceGetTagKeysOptions<ForebandQuery>): Promise<MetricFindValue[]> {
    return findTagKeys(this.client(), { filters: options?.filters, span: spanOf(options?.timeRange) });
  }

  override async getTagValues(options: DataSourceGetTagValuesOptions<ForebandQuery>): Promise<MetricFindValue[]> {
    return findTagValues(this.client(), options.key, { filters: options.filters, span: spanOf(options.timeRange) });
  }

  /** The first thing in an expression, its variables filled in, that is not PromQL; for the editor. */
  findProblem(expr: string): SyntaxProblem | undefined {
    const interval = { stepMs: 60_000, scrapeIntervalMs: this.options.scrapeIntervalMs };
    const scope = { from: 0, to: 3_600_000, filters: [], fillText: fillWith({}) };
    return findSyntaxProblem(fillExpression(expr, scope, interval));
  }

  private connection(): KnownConnection {
    return findConnection({ uid: this.uid, url: this.url }, this.options);
  }

  private prepareHost(): PrepareHost {
    const { options, ranges } = this;
    const { uid, customParameters } = this.connection();
    return {
      options,
      ranges,
      keyOf: (expr, stepMs) => `${uid} ${JSON.stringify(customParameters)} ${stepMs} ${expr}`,
      findCpuMetrics: this.findCpuMetrics,
    };
  }

  private answerHost(): AnswerHost {
    const { showSimulationWhenUnreachable } = this.options;
    const hostNotices = () =>
      this.storeFailure === undefined
        ? []
        : [info(`The browser does not store the history between visits: ${this.storeFailure}`)];
    return { client: this.client(), ranges: this.ranges, loadEngine, showSimulationWhenUnreachable, hostNotices };
  }
}

function spanOf(range: TimeRange | undefined): TimeSpan | undefined {
  return range === undefined ? undefined : { start: range.from.valueOf(), end: range.to.valueOf() };
}

function fillWith(scopedVars: ScopedVars): FillText {
  return (text, format) => getTemplateSrv().replace(text, scopedVars, format);
}
