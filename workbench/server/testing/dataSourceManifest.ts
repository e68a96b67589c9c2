import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ProxyRoute } from '../proxyRoutes';

/** The parts of the data source's plugin.json that the proxy obeys; read as a file, as Grafana does. */
export const dataSourceManifest: { readonly id: string; readonly routes: readonly ProxyRoute[] } = JSON.parse(
  readFileSync(join(__dirname, '../../../src/datasource/plugin.json'), 'utf8'),
);
