import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { Dashboard } from './dashboard';
import { ExplorePage } from './explorePage';
import { countFits } from './kernelCalls';
import { ModelDetails } from './modelDetails';
import { ModelsPage } from './modelsPage';
import { expect, test } from './test';
import { saveTrainedDashboard, TRAINED_PANEL } from './trainedDashboard';

const SETTINGS = '/api/plugins/foreband-anomaly-app/settings';

interface PythonFile {
  readonly name: string;
  readonly json: string;
}

function isPythonFile(value: unknown): value is PythonFile {
  return typeof value === 'object' && value !== null && 'name' in value && 'json' in value;
}

function pythonFiles(value: unknown): readonly PythonFile[] {
  return Array.isArray(value) ? value.filter(isPythonFile) : [];
}

/** The model as `model_to_json` of Python Prophet wrote it: see the generator beside the file. */
function pythonModel(name: string): string {
  const file = join(__dirname, '../../pkg/prophet-wasm/tests/python/models.json');
  const models: readonly PythonFile[] = pythonFiles(JSON.parse(readFileSync(file, 'utf8')));
  const found = models.find((model) => model.name === name);
  if (found === undefined) {
    throw new Error(`no model ${name}`);
  }
  return found.json;
}

test('a Python Prophet model is imported, renamed, exported, read again, compared and deleted', async ({
  page,
  workbench,
}) => {
  // What others keep in the settings stays.
  const others = { enabled: true, pinned: true, jsonData: { other: 'kept' } };
  await page.request.post(`${workbench.url}${SETTINGS}`, { data: others });
  const models = new ModelsPage(page, workbench.url);
  await models.open();
  await expect(page.getByText('No model yet.')).toBeVisible();

  await models.importFile('from-python.json', pythonModel('defaults'));
  await expect(models.row('from-python')).toContainText('Imported from Python Prophet');
  await models.rename('from-python', 'Before the release', 'of October');
  await expect(models.row('Before the release')).toContainText('of October');

  const file = await models.export('Before the release', "Foreband's format");
  await models.delete('Before the release');
  await expect(models.rows).toHaveCount(0);
  await models.importFile('again.json', file);
  await expect(models.row('Before the release')).toContainText('of October');

  await models.importFile('minmax.json', pythonModel('minmax, a custom and a forced seasonality'));
  await models.compare('Before the release', 'minmax');
  await expect(models.comparison).toContainText('Trend, change a week');
  await expect(models.comparison).toContainText('Noise (standard deviation)');

  await page.reload();
  await expect(models.rows).toHaveCount(2);
  const settings: unknown = await (await page.request.get(`${workbench.url}${SETTINGS}`)).json();
  expect(settings).toMatchObject({ enabled: true, pinned: true, jsonData: { other: 'kept' } });
});

test('a file that is no model is refused with a reason, and changes nothing', async ({ page, workbench }) => {
  const models = new ModelsPage(page, workbench.url);
  await models.open();
  const before = await models.rows.count();
  await models.importFile('cut.json', '{"format":"foreband-model","ver');
  await expect(page.getByText('cut.json was not imported: the file is not JSON.')).toBeVisible();
  await models.importFile('foreign.json', '{"a":1}');
  await expect(page.getByText(/foreign.json was not imported: This file is not a Foreband model/)).toBeVisible();
  expect(await models.rows.count()).toBe(before);
});

test('a model that somebody has changed meanwhile is not overwritten unasked', async ({
  page,
  openElsewhere,
  workbench,
}) => {
  await page.request.post(`${workbench.url}${SETTINGS}`, { data: { enabled: true, jsonData: {} } });
  const models = new ModelsPage(page, workbench.url);
  await models.open();
  await models.importFile('shared.json', pythonModel('defaults'));
  await expect(models.rows).toHaveCount(1);
  const theirs = new ModelsPage(await openElsewhere(), workbench.url);
  await theirs.open();
  await theirs.rename('shared', 'Theirs', '');
  await expect(theirs.row('Theirs')).toBeVisible();

  await models.rename('shared', 'Mine', '');
  await expect(page.getByText('Somebody has changed Mine meanwhile')).toBeVisible();
  await expect(models.row('Theirs')).toBeVisible();
  await page.getByRole('button', { name: 'Save mine nevertheless' }).click();
  await expect(models.row('Mine')).toBeVisible();
});

test('a Viewer reads the list, and is told why it cannot be changed', async ({ page, workbench }) => {
  const admin = new ModelsPage(page, workbench.url);
  await admin.open();
  if ((await admin.rows.count()) === 0) {
    await admin.importFile('shared.json', pythonModel('defaults'));
  }
  await expect(admin.rows.first()).toBeVisible();
  await page.setExtraHTTPHeaders({ 'X-Workbench-Role': 'Viewer' });
  await admin.open();
  await expect(page.getByText('Only Admins change the list', { exact: true })).toBeVisible();
  await expect(admin.rows.first()).toBeVisible();
  await expect(page.getByRole('button', { name: /^Delete / }).first()).toBeDisabled();
});

test('a model of the list is pinned to a series of a panel, which is then scored by it', async ({
  page,
  workbench,
}) => {
  await page.request.post(`${workbench.url}${SETTINGS}`, { data: { enabled: true, jsonData: {} } });
  const models = new ModelsPage(page, workbench.url);
  await models.open();
  await models.importFile('from-python.json', pythonModel('defaults'));
  await expect(models.rows).toHaveCount(1);

  const dashboard = new Dashboard(page, workbench.url);
  await dashboard.open(await saveTrainedDashboard(page.request, workbench.url, 'python'));
  const panel = dashboard.panel(TRAINED_PANEL);
  await panel.scored();
  const details = new ModelDetails(page, panel);
  const live = await details.firstModel();
  await dashboard.editPanel(TRAINED_PANEL);
  await page.getByRole('button', { name: 'Pin a model of the list' }).click();
  await page.getByRole('button', { name: 'Pin this model' }).click();
  await panel.scored();
  const pinned = await details.firstModel();
  expect(pinned.fitted).toContain('pinned');
  expect(pinned.fingerprint).not.toBe(live.fingerprint);
});

test('a model of the list is opened on the Explore page without a fit, evaluated, and holds its figures', async ({
  page,
  workbench,
}) => {
  await page.request.post(`${workbench.url}${SETTINGS}`, { data: { enabled: true, jsonData: {} } });
  const explore = new ExplorePage(page, workbench.url);
  await explore.open({ source: 'sample', threshold: '3' });
  const live = await explore.chart.anomalies();
  await page.getByRole('button', { name: 'Add to models' }).click();
  await expect(page.getByText(/is on the Models page/)).toBeVisible();

  const models = new ModelsPage(page, workbench.url);
  const fits = await countFits(page);
  await models.open();
  await page.getByRole('button', { name: /^Open / }).click();
  await expect(page.getByTestId('foreband opened model')).toContainText('not evaluated yet');
  expect(explore.param('threshold')).toBe('3');
  expect(await explore.chart.anomalies()).toEqual(live);
  expect(await fits()).toBe(0);

  await explore.showView('Evaluation');
  await expect(page.getByTestId('foreband explore evaluation')).toContainText(
    'itself, on the samples after its training',
  );
  await page.getByRole('button', { name: 'Update in models' }).click();
  await expect(page.getByTestId('foreband opened model')).toContainText('evaluated itself: F1');
  await models.open();
  await expect(models.rows).toHaveCount(1);
  await expect(models.rows.first()).toContainText(/evaluated itself: F1 .* at threshold 3/);
  expect(await fits()).toBe(0);
});

test('a model from the Explore page is refitted from its query, compared, and exported for Python', async ({
  page,
  workbench,
}) => {
  await page.request.post(`${workbench.url}${SETTINGS}`, { data: { enabled: true, jsonData: {} } });
  const explore = new ExplorePage(page, workbench.url);
  // What recurs in an adaptive model is a regressor in Python's, which cannot be read back without its columns.
  await explore.open({ source: 'metric', method: 'classic' });
  await page.getByRole('button', { name: 'Add to models' }).click();
  await expect(page.getByText(/is on the Models page/)).toBeVisible();

  const models = new ModelsPage(page, workbench.url);
  const fits = await countFits(page);
  await models.open();
  await expect(models.rows).toHaveCount(1);
  await page.getByRole('button', { name: /^Retrain / }).click();
  await expect.poll(fits).toBeGreaterThan(0);
  await expect(page.getByRole('button', { name: /^Retrain / })).toBeEnabled();
  await expect(page.getByRole('alert')).toHaveCount(0);

  const python = await models.export('', 'For Python Prophet');
  const written: unknown = JSON.parse(python);
  expect(written).toMatchObject({ growth: 'linear', seasonality_mode: 'additive' });
  await models.importFile('back.json', python);
  await expect(models.rows).toHaveCount(2);
  await models.compare('back');
  await page.getByRole('checkbox', { name: /^Compare CPU/ }).press('Space');
  await expect(models.comparison).toContainText('Anomalies in the last 30 days');
});
