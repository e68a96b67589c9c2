import { expect, type APIRequestContext } from '@playwright/test';

/** Title of the only panel. */
export const PROMQL_PANEL = 'Expression';

/** What a query of the dashboard says besides its expression. */
interface QueryParts {
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly live?: { readonly intervalMs: number };
}

/** Saves a dashboard whose only panel draws an expression of Foreband's data source; gives its uid. */
export async function savePromqlDashboard(
  request: APIRequestContext,
  baseUrl: string,
  expr: string,
  parts: QueryParts = {},
): Promise<string> {
  const uid = 'promql';
  const datasource = { type: 'foreband-prometheus-datasource', uid: 'foreband' };
  const target = {
    refId: 'A',
    datasource,
    version: 1,
    source: 'promql',
    metric: 'auto',
    output: 'series',
    settings: {},
    ...parts,
    expr,
  };
  const panel = {
    id: 1,
    type: 'foreband-anomaly-panel',
    title: PROMQL_PANEL,
    datasource,
    gridPos: { x: 0, y: 0, w: 24, h: 14 },
    targets: [target],
    options: {},
    fieldConfig: { defaults: {}, overrides: [] },
  };
  const dashboard = {
    uid,
    title: 'An expression',
    schemaVersion: 42,
    time: { from: 'now-1d', to: 'now' },
    panels: [panel],
  };
  const saved = await request.post(`${baseUrl}/api/dashboards/db`, { data: { dashboard, overwrite: true } });
  expect(saved.ok()).toBe(true);
  return uid;
}
