import type { CoreApp, DataSourceApi, DataSourceInstanceSettings } from '@grafana/data';
import { getDataSourceSrv } from '@grafana/runtime';
import type { SceneDataQuery } from '@grafana/scenes';

/**
 * The queries for a panel's new data source, as Grafana's updateQueries: kept when the type stays, imported when the
 * new one can, else its default query.
 */
export async function switchDataSource(
  queries: readonly SceneDataQuery[],
  previous: DataSourceApi,
  settings: DataSourceInstanceSettings,
): Promise<SceneDataQuery[]> {
  const datasource = { uid: settings.uid, type: settings.type };
  const own = (query: SceneDataQuery): SceneDataQuery => ({ ...query, datasource });
  if (settings.meta.mixed === true) {
    return [...queries];
  }
  if (previous.type === settings.type) {
    return queries.map(own);
  }
  const next = await getDataSourceSrv().get(settings.uid);
  if (next.importQueries !== undefined) {
    return (await next.importQueries([...queries], previous)).map(own);
  }
  const app: CoreApp = 'panel-editor' as CoreApp;
  return [own({ ...next.getDefaultQuery?.(app), refId: 'A' })];
}
