import { AppPlugin } from '@grafana/data';

import { AppConfiguration } from './app/AppConfiguration';
import { AppPages } from './app/AppPages';

/** The Foreband app: it brings the data source and the panels, and pages to start and to explore. */
export const plugin = new AppPlugin()
  .setRootPage(AppPages)
  .addConfigPage({ id: 'configuration', title: 'Configuration', icon: 'cog', body: AppConfiguration });
