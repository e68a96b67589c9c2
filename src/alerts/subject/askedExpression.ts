import type { AdHocVariableFilter, DataFrame, PanelData } from '@grafana/data';
import { getDataSourceSrv, getTemplateSrv } from '@grafana/runtime';
import type { DataQuery } from '@grafana/schema';
import { addMatchers, fillIntervals, fillVariables, filterMatchers, parseDuration } from 'foreband-prometheus';

import { FOREBAND_TYPE, isPrometheusType } from '../../grafana/dataSourceTypes';
import { executedQueryOf } from '../../grafana/executedQuery';

/** The PromQL behind a query's series, or why there is none. */
export type AskedExpression =
  | { readonly kind: 'known'; readonly expr: string }
  /** `reason` is a sentence that says what to do. */
  | { readonly kind: 'unknown'; readonly reason: string };

/** A query of Grafana's own data source for Prometheus, as far as rules need it. */
type PrometheusQuery = DataQuery & { readonly expr?: unknown; readonly interval?: unknown };

const DEFAULT_SCRAPE_MS = 15_000;

const unknown = (reason: string): AskedExpression => ({ kind: 'unknown', reason });

// Grafana's own data source takes the query's least step, else its own: getScrapeInterval of @grafana/prometheus.
function scrapeIntervalMs({ interval, datasource }: PrometheusQuery): number {
  const options: unknown = getDataSourceSrv().getInstanceSettings(datasource)?.jsonData;
  const ofSource =
    typeof options === 'object' && options !== null && 'timeInterval' in options ? options.timeInterval : undefined;
  const wanted = [interval, ofSource].find((one) => typeof one === 'string' && one !== '');
  return parseDuration(typeof wanted === 'string' ? wanted : undefined) ?? DEFAULT_SCRAPE_MS;
}

function filledIn(query: PrometheusQuery, expr: string, { request, timeRange }: PanelData, stepMs: number): string {
  const filters: readonly AdHocVariableFilter[] = request?.filters ?? [];
  const rangeMs = timeRange.to.valueOf() - timeRange.from.valueOf();
  const intervals = { stepMs, scrapeIntervalMs: scrapeIntervalMs(query), rangeMs };
  const filled = fillVariables(fillIntervals(expr, intervals), (text, format) =>
    getTemplateSrv().replace(text, request?.scopedVars, format),
  );
  return addMatchers(filled, filterMatchers(filters));
}

function ofForeband(frame: DataFrame): AskedExpression {
  const expr = executedQueryOf(frame);
  return expr === undefined
    ? unknown('Nothing was asked for these samples. Rules need a query to Prometheus: choose a metric or PromQL.')
    : { kind: 'known', expr };
}

/**
 * The PromQL of a query with variables, time macros and filters filled in, as it was sent for the training.
 * @param stepMs step of the training in ms, which the window of a rate follows.
 */
export function askedExpression(
  data: PanelData,
  { refId, frame }: { readonly refId: string; readonly frame: DataFrame },
  stepMs: number,
): AskedExpression {
  const query: PrometheusQuery | undefined = data.request?.targets.find((target) => target.refId === refId);
  const type = query?.datasource?.type;
  if (query === undefined || type === undefined) {
    return unknown(
      'No query is known for these samples, as in a file or a snapshot. Rules need one that Prometheus can evaluate.',
    );
  }
  if (type === FOREBAND_TYPE) {
    return ofForeband(frame);
  }
  const { expr } = query;
  if (!isPrometheusType(type) || typeof expr !== 'string') {
    return unknown(
      `The data source of query ${refId} is no Prometheus (${type}). Rules need PromQL: query the series by Foreband's data source, or by Grafana's for Prometheus.`,
    );
  }
  try {
    return { kind: 'known', expr: filledIn(query, expr, data, stepMs) };
  } catch (error) {
    return unknown(
      `The filters of the dashboard cannot be added to query ${refId}: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}
