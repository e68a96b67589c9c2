import {
  DataSourceApi,
  DataSourcePlugin,
  LoadingState,
  type DataQueryRequest,
  type DataQueryResponse,
} from '@grafana/data';
import { getDataSourceSrv } from '@grafana/runtime';
import { groupBy } from 'lodash';
import { catchError, combineLatest, from, isObservable, map, mergeMap, of, type Observable } from 'rxjs';

/** Stands in for public/app/plugins/datasource/mixed: asks each target's own data source, and joins the answers. */
class MixedDataSource extends DataSourceApi {
  query(request: DataQueryRequest): Observable<DataQueryResponse> {
    const batches = Object.values(groupBy(request.targets, (target) => target.datasource?.uid));
    if (batches.length === 0) {
      return of({ data: [] });
    }
    return combineLatest(batches.map((targets, index) => this.ask({ ...request, targets }, index))).pipe(
      map((answers) => ({
        data: answers.flatMap(({ data }) => data),
        errors: answers.flatMap(({ errors, error }) => errors ?? (error === undefined ? [] : [error])),
        state: answers.some(({ state }) => state === LoadingState.Loading) ? LoadingState.Loading : LoadingState.Done,
      })),
    );
  }

  async testDatasource() {
    return { status: 'success', message: '' };
  }

  private ask(request: DataQueryRequest, index: number): Observable<DataQueryResponse> {
    return from(getDataSourceSrv().get(request.targets[0].datasource)).pipe(
      mergeMap((dataSource) => {
        const targets = request.targets.filter((target) => dataSource.filterQuery?.(target) ?? true);
        const answer = dataSource.query({ ...request, targets, requestId: `${request.requestId}_${index}` });
        return isObservable(answer) ? answer : from(answer);
      }),
      catchError((error: unknown) =>
        of({ data: [], error: { message: error instanceof Error ? error.message : String(error) } }),
      ),
    );
  }
}

/** The plugin behind `-- Mixed --`. */
export const mixedPlugin = new DataSourcePlugin(MixedDataSource);
