import {
  CustomVariableSupport,
  type DataSourceApi,
  type DataQueryRequest,
  type DataQueryResponse,
  type MetricFindValue,
  type ScopedVars,
} from '@grafana/data';
import type { TimeSpan } from 'foreband-detector';
import { defer, map, type Observable } from 'rxjs';

import { VariableEditor } from './editor/VariableEditor';
import type { ForebandOptions } from './options';
import type { ForebandQuery } from './query';
import { defaultVariableQuery, migrateVariableQuery, type ForebandVariableQuery } from './variableQuery';

/** Finds a variable's values. */
export type FindValues = (
  query: ForebandVariableQuery,
  scope: { readonly span: TimeSpan; readonly scopedVars: ScopedVars },
) => Promise<MetricFindValue[]>;

// The data source's own class would refer to itself here through its `variables`.
type Source = DataSourceApi<ForebandQuery, ForebandOptions>;

/** Dashboard variables: label names, label values and metrics. */
export class VariableSupport extends CustomVariableSupport<Source, ForebandVariableQuery> {
  override editor = VariableEditor;

  constructor(private readonly find: FindValues) {
    super();
  }

  override getDefaultQuery(): Partial<ForebandVariableQuery> {
    return { ...defaultVariableQuery };
  }

  override query(request: DataQueryRequest<ForebandVariableQuery>): Observable<DataQueryResponse> {
    const span = { start: request.range.from.valueOf(), end: request.range.to.valueOf() };
    const { scopedVars } = request;
    return defer(() => this.find(migrateVariableQuery(request.targets.at(0)), { span, scopedVars })).pipe(
      map((data) => ({ data })),
    );
  }
}
