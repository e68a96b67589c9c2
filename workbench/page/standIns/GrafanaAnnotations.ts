import {
  DataSourceApi,
  DataSourcePlugin,
  DataTopic,
  FieldType,
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

/**
 * Stands in for the annotation half of Grafana's built-in data source (`-- Grafana --`): the annotations that people
 * wrote onto this dashboard.
 */
class GrafanaAnnotations extends DataSourceApi {
  override annotations = {};

  constructor(settings: DataSourceInstanceSettings) {
    super(settings);
  }

  async query({ range, dashboardUID }: DataQueryRequest): Promise<DataQueryResponse> {
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
export const grafanaAnnotationsPlugin = new DataSourcePlugin(GrafanaAnnotations);
