import { AppPlugin } from '@grafana/data';

import { AppPages } from './app/AppPages';

/** The Foreband app: it brings the data source and the panels, and pages to start and to explore. */
export const plugin = new AppPlugin().setRootPage(AppPages);
