import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { Dashboard } from './dashboard';
import { ModelDetails } from './modelDetails';
import { ModelsPage } from './modelsPage';
import { expect, test } from './test';

const STEP_MS = 5 * 60_000;
const SETTINGS = '/api/plugins/foreband-anomaly-app/settings';

const fixture = (name: string) => readFileSync(join(__dirname, '../fixtures/first-release', name), 'utf8');

test('a dashboard that the first release saved shows its anomalies, by its options, its query and its pinned model', async ({
  page,
  workbench,
  prometheus,
}) => {
  const [planted] = prometheus.anomalies;
  const stored: unknown = JSON.parse(fixture('dashboard.json'));
  const saved = await page.request.post(`${workbench.url}/api/dashboards/db`, {
    data: { dashboard: stored, overwrite: true },
  });
  expect(saved.ok()).toBe(true);
  const dashboard = new Dashboard(page, workbench.url);
  await dashboard.open('first-release');
  for (const title of ['Own query', 'Pinned']) {
    const [anomaly, ...others] = await dashboard.panel(title).anomalies();
    expect(others).toEqual([]);
    expect(anomaly.severity).toBe('critical');
    expect(Math.abs(anomaly.start - planted.start)).toBeLessThanOrEqual(2 * STEP_MS);
  }
  const { fitted } = await new ModelDetails(page, dashboard.panel('Pinned')).firstModel();
  expect(fitted).toContain('pinned, on 2026-06-17');
  await dashboard.evaluation('Evaluation').evaluated();
  expect(await dashboard.history('History').noise()).toBeGreaterThan(0);

  await dashboard.editPanel('Own query');
  await dashboard.panel('Own query').scored();
  const threshold = page.getByRole('slider', { name: 'Threshold multiplier' }).first();
  await expect(threshold).toHaveAttribute('aria-valuenow', '3');
});

test('models that the first release put on the list, and into a file, are there and are read', async ({
  page,
  workbench,
}) => {
  const jsonData: unknown = JSON.parse(fixture('appSettings.json'));
  await page.request.post(`${workbench.url}${SETTINGS}`, { data: { enabled: true, jsonData } });
  const models = new ModelsPage(page, workbench.url);
  await models.open();
  await expect(models.rows).toHaveCount(1);
  await models.importFile('model.json', fixture('model.json'));
  await expect(models.rows).toHaveCount(2);
  await expect(page.getByRole('alert')).toHaveCount(0);
  await page.request.post(`${workbench.url}${SETTINGS}`, { data: { enabled: true, jsonData: {} } });
});
