import {
  dataFrameFromJSON,
  DataSourceApi,
  DataSourcePlugin,
  DataTopic,
  FieldType,
  type DataFrameJSON,
  type DataQuery,
  type DataQueryRequest,
  type DataQueryResponse,
  type DataSourceInstanceSettings,
} from '@grafana/data';
import { getBackendSrv } from '@grafana/runtime';

interface StoredAnnotation {
  readonly id: number;
  readonly time: number;
  readonly timeEnd: number;
  readonly text: string;
  readonly tags: readonly string[];
}

interface SnapshotQuery extends DataQuery {
  readonly snapshot?: readonly DataFrameJSON[];
}

/**
 * Stands in for two parts of Grafana's built-in data source (`-- Grafana --`): the annotations that people wrote onto
 * this dashboard, and the frames that a panel's query of type `snapshot` holds.
 */
class GrafanaDataSource extends DataSourceApi<SnapshotQuery> {
  override annotations = {};

  constructor(settings: DataSourceInstanceSettings) {
    super(settings);
  }

  async query(request: DataQueryRequest<SnapshotQuery>): Promise<DataQueryResponse> {
    const held = request.targets.filter(({ queryType }) => queryType === 'snapshot');
    if (held.length > 0) {
      return { data: held.flatMap(({ snapshot = [] }) => snapshot.map((frame) => dataFrameFromJSON(frame))) };
    }
    return this.annotationsOf(request);
  }

  private async annotationsOf({ range, dashboardUID }: DataQueryRequest): Promise<DataQueryResponse> {
    const params = { from: range.from.valueOf(), to: range.to.valueOf(), dashboardUID, limit: 100 };
    const found = await getBackendSrv().get<StoredAnnotation[]>('/api/annotations', params);
    const column = (name: keyof StoredAnnotation, type: FieldType) => ({
      name,
      type,
      config: {},
      values: found.map((annotation) => annotation[name]),
    });
    const fields = [
      column('id', FieldType.string),
      column('time', FieldType.time),
      column('timeEnd', FieldType.time),
      column('text', FieldType.string),
      column('tags', FieldType.other),
    ];
    return { data: [{ fields, length: found.length, meta: { dataTopic: DataTopic.Annotations } }] };
  }

  async testDatasource() {
    return { status: 'success', message: '' };
  }
}

/** The plugin behind `-- Grafana --`. */
export const grafanaPlugin = new DataSourcePlugin(GrafanaDataSource);
