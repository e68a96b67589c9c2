import { AppPlugin } from '@grafana/data';

/** The Foreband app: it brings the data source and the panels. */
export const plugin = new AppPlugin();
