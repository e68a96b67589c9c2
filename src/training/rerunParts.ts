import type { DataQueryRequest } from '@grafana/data';
import type { DataQuery, DataSourceRef } from '@grafana/schema';

import { FOREBAND_TYPE } from '../grafana/dataSourceTypes';

/** The queries of one data source, to be asked together. */
export interface RerunPart {
  readonly datasource: DataSourceRef;
  readonly targets: readonly DataQuery[];
}

/** The parts of a panel's request that can be asked again, or why there are none. */
export type RerunPlan =
  | { readonly kind: 'parts'; readonly parts: readonly RerunPart[] }
  | { readonly kind: 'impossible'; readonly reason: string };

/** Uid and type of Grafana's server-side expressions. */
const EXPRESSION_UID = '__expr__';
const DASHBOARD_UID = '-- Dashboard --';

/** Whether Foreband's own data source answers a query: its frames bring their training along. */
export function isForebandQuery({ datasource }: DataQuery): boolean {
  return datasource?.type === FOREBAND_TYPE;
}

function isExpression({ datasource }: DataQuery): boolean {
  return datasource?.uid === EXPRESSION_UID || datasource?.type === EXPRESSION_UID;
}

/** Where the panel's data comes from, as far as its request does not say. */
export interface RerunCircumstances {
  readonly isStreaming: boolean;
  readonly isPublicDashboard: boolean;
}

function reasonAgainst(request: DataQueryRequest | undefined, circumstances: RerunCircumstances): string | undefined {
  if (circumstances.isPublicDashboard) {
    return 'a public dashboard answers no other range than the one it shows';
  }
  if (request === undefined || request.targets.length === 0) {
    return 'a snapshot holds no query that could be asked again';
  }
  if (request.targets.some(({ datasource }) => datasource?.uid === DASHBOARD_UID)) {
    return 'data taken from another panel cannot be asked for another range';
  }
  if (circumstances.isStreaming || request.liveStreaming === true) {
    return 'a streaming source has no history to ask for';
  }
  return undefined;
}

function partsOf({ targets }: DataQueryRequest): RerunPart[] {
  if (targets.some(isExpression)) {
    // Expressions need their inputs, hidden or not; Grafana answers all of them in one request.
    return [{ datasource: { uid: EXPRESSION_UID, type: EXPRESSION_UID }, targets }];
  }
  const parts = new Map<string, { datasource: DataSourceRef; targets: DataQuery[] }>();
  for (const target of targets.filter((one) => one.hide !== true && !isForebandQuery(one))) {
    const datasource = target.datasource ?? {};
    const key = datasource.uid ?? datasource.type ?? '';
    const part = parts.get(key) ?? { datasource, targets: [] };
    part.targets.push(target);
    parts.set(key, part);
  }
  return [...parts.values()];
}

/** Divides a panel's request by data source, as far as it can be asked again for another range. */
export function rerunParts(request: DataQueryRequest | undefined, circumstances: RerunCircumstances): RerunPlan {
  const reason = reasonAgainst(request, circumstances);
  if (reason !== undefined) {
    return { kind: 'impossible', reason };
  }
  const parts = request === undefined ? [] : partsOf(request);
  return parts.length === 0 ? { kind: 'impossible', reason: 'no query is visible' } : { kind: 'parts', parts };
}
