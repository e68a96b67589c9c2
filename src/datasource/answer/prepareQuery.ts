import type { AdHocVariableFilter } from '@grafana/data';
import { type CpuMetricName, cpuMetricNames, cpuMetrics } from 'foreband-engine';
import {
  addMatchers,
  fillIntervals,
  type FillText,
  fillVariables,
  filterMatchers,
  keepIntervals,
  legendOf,
  type GridTypes,
  PrometheusError,
  type RangeClient,
} from 'foreband-prometheus';

import { onDashboardClock } from '../../grafana/onDashboardClock';

import { querySettings } from '../migrateQuery';
import type { ParsedOptions } from '../options';
import type { ForebandQuery } from '../query';

import type { PreparedQuery } from './answerQuery';
import type { LiveQuery } from './liveSamples';
import { querySpans } from './spans';

/** The values that a query is filled in with. */
export interface QueryScope {
  /** Visible range, epoch ms. */
  readonly from: number;
  readonly to: number;
  readonly now: number;
  readonly timeZone: string;
  readonly filters: readonly AdHocVariableFilter[];
  /** Fills template variables, each through the formatter. */
  readonly fillText: FillText;
}

/** The means of the data source that filling in a query needs. */
export interface PrepareHost {
  readonly options: ParsedOptions;
  readonly ranges: Pick<RangeClient<GridTypes>, 'hasSamples'>;
  /** Tells this server's queries from those of others. */
  readonly keyOf: (expr: string, stepMs: number) => string;
  readonly findCpuMetrics: () => Promise<CpuMetricName[]>;
}

interface Chosen {
  readonly expr: string;
  readonly legendFormat: string;
  readonly unit?: string;
}

type Live = LiveQuery & { readonly unit?: string };

const plainText = (value: unknown) => (Array.isArray(value) ? value.join(', ') : String(value));

/**
 * An expression as it is sent: time macros, template variables and ad hoc filters filled in.
 * @throws Error where filters cannot be added because the expression is not PromQL.
 */
export function fillExpression(
  expr: string,
  scope: Pick<QueryScope, 'from' | 'to' | 'filters' | 'fillText'>,
  interval: { readonly stepMs: number; readonly scrapeIntervalMs: number },
): string {
  return fillNames(fillIntervals(expr, { ...interval, rangeMs: scope.to - scope.from }), scope);
}

function fillNames(expr: string, { fillText, filters }: Pick<QueryScope, 'filters' | 'fillText'>): string {
  return addMatchers(fillVariables(expr, fillText), filterMatchers(filters));
}

/**
 * A query that means the same without the dashboard's variables and filters, its time macros left to be filled in. A
 * CPU metric under filters becomes PromQL, the only source that can hold them.
 * @throws Error where filters cannot be added because the expression is not PromQL.
 */
export function detachQuery(
  query: ForebandQuery,
  scope: Pick<QueryScope, 'filters' | 'fillText'>,
  autoMetric: CpuMetricName | undefined,
): ForebandQuery {
  const { legendFormat } = query;
  // Without knowing which metric it is, the likeliest keeps the filters where a reader sees them.
  const name = query.metric === 'auto' ? (autoMetric ?? cpuMetricNames[0]) : query.metric;
  const legend = legendFormat === undefined ? {} : { legendFormat: scope.fillText(legendFormat, plainText) };
  const fill = (expr: string) => keepIntervals(expr, (masked) => fillNames(masked, scope));
  if (query.source === 'metric' && name !== undefined && scope.filters.length > 0) {
    const { expr, legendFormat: own } = cpuMetrics[name];
    return { ...query, source: 'promql', legendFormat: own, ...legend, expr: fill(expr) };
  }
  return query.source === 'promql' ? { ...query, ...legend, expr: fill(query.expr ?? '') } : { ...query, ...legend };
}

function chosenMetric(name: CpuMetricName, legendFormat: string): Chosen {
  const { expr, unit, legendFormat: own } = cpuMetrics[name];
  return { expr, unit, legendFormat: legendFormat === '' ? own : legendFormat };
}

function noCpuMetric(): PrometheusError {
  const tried = cpuMetricNames.join(', ');
  return new PrometheusError('query', `No CPU metric found; looked for ${tried}. Choose the source PromQL instead.`);
}

/**
 * Fills in a query.
 * @throws RangeError for a setting outside its range.
 */
export function prepareQuery(host: PrepareHost, query: ForebandQuery, scope: QueryScope): PreparedQuery {
  const { options } = host;
  const settings = onDashboardClock(querySettings(query, options.defaultTrainingWindowMs), scope.timeZone);
  const { stepMs } = settings;
  const legendFormat = scope.fillText(query.legendFormat ?? '', plainText);

  function liveOf({ expr: template, legendFormat: format, unit }: Chosen): Live {
    const expr = fillExpression(template, scope, { stepMs, scrapeIntervalMs: options.scrapeIntervalMs });
    const nameOf = (labels: Readonly<Record<string, string>>) => legendOf(labels, format, expr);
    return { key: host.keyOf(expr, stepMs), stepMs, expr, nameOf, timeZone: scope.timeZone, unit };
  }

  async function findLive(): Promise<Live> {
    if (query.source !== 'metric') {
      return liveOf({ expr: query.expr ?? '', legendFormat });
    }
    const name = query.metric === 'auto' ? (await host.findCpuMetrics()).at(0) : query.metric;
    if (name === undefined) {
      throw noCpuMetric();
    }
    return liveOf(chosenMetric(name, legendFormat));
  }

  async function knownLive(): Promise<Live | undefined> {
    if (query.source !== 'metric' || query.metric !== 'auto') {
      return findLive();
    }
    for (const name of cpuMetricNames) {
      const live = liveOf(chosenMetric(name, legendFormat));
      if (await host.ranges.hasSamples(live)) {
        return live;
      }
    }
    return undefined;
  }

  return { query, settings, spans: querySpans(scope, settings), legendFormat, findLive, knownLive };
}
