import { DataSourcePlugin } from '@grafana/data';

import { ForebandDataSource } from './ForebandDataSource';

/** The data source as Grafana loads it. */
export const plugin = new DataSourcePlugin(ForebandDataSource);
