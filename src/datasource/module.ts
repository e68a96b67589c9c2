import { DataSourcePlugin } from '@grafana/data';

import { ConfigEditor } from './editor/ConfigEditor';
import { QueryEditor } from './editor/QueryEditor';
import { ForebandDataSource } from './ForebandDataSource';
import type { ForebandOptions } from './options';
import type { ForebandQuery } from './query';

/** The data source as Grafana loads it. */
export const plugin = new DataSourcePlugin<ForebandDataSource, ForebandQuery, ForebandOptions>(ForebandDataSource)
  .setConfigEditor(ConfigEditor)
  .setQueryEditor(QueryEditor);
