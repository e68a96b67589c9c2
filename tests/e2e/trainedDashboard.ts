import { expect, type APIRequestContext } from '@playwright/test';

/** Title of the only panel. */
export const TRAINED_PANEL = 'Three weeks';

const EXPR =
  '1 - avg by (instance) (rate(node_cpu_seconds_total{mode="idle", instance="web-1:9100"}[$__rate_interval]))';

/** Saves a dashboard whose only panel fits three weeks of a plain Prometheus query; gives its uid. */
export async function saveTrainedDashboard(
  request: APIRequestContext,
  baseUrl: string,
  uid: string,
  models: object = {},
): Promise<string> {
  const datasource = { type: 'prometheus', uid: 'prometheus' };
  const panel = {
    id: 1,
    type: 'foreband-anomaly-panel',
    title: TRAINED_PANEL,
    datasource,
    gridPos: { x: 0, y: 0, w: 24, h: 14 },
    targets: [{ refId: 'A', datasource, expr: EXPR, legendFormat: '{{instance}}', range: true, editorMode: 'code' }],
    options: { version: 1, settings: { trainingWindowMs: 21 * 86_400_000 }, models },
    fieldConfig: { defaults: { unit: 'percentunit' }, overrides: [] },
  };
  const dashboard = { uid, title: uid, schemaVersion: 42, time: { from: 'now-1d', to: 'now' }, panels: [panel] };
  const saved = await request.post(`${baseUrl}/api/dashboards/db`, { data: { dashboard, overwrite: true } });
  expect(saved.ok()).toBe(true);
  return uid;
}
