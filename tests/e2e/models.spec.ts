import { Dashboard } from './dashboard';
import { countFits } from './kernelCalls';
import { ModelDetails } from './modelDetails';
import { expect, test } from './test';
import { saveTrainedDashboard, TRAINED_PANEL } from './trainedDashboard';

const DAY_MS = 86_400_000;
const SERIES = 'web-1:9100';
/** Key of the only series: its query and its labels. */
const KEY = `["A",[["instance","${SERIES}"]]]`;

test('a pinned model draws the same band after a reload, without a fit, and only as long as it is pinned', async ({
  page,
  workbench,
  prometheus,
}) => {
  const range = { from: String(prometheus.now - DAY_MS), to: String(prometheus.now) };
  const fits = await countFits(page);
  const dashboard = new Dashboard(page, workbench.url);
  const uid = await saveTrainedDashboard(page.request, workbench.url, 'pinned');
  await dashboard.open(uid, range);
  const panel = dashboard.panel(TRAINED_PANEL);
  const details = new ModelDetails(page, panel);
  await panel.scored();
  const live = await details.firstModel();
  expect(live.fitted).toContain('live');
  expect(await fits()).toBeGreaterThan(0);

  await dashboard.editPanel(TRAINED_PANEL);
  await panel.scored();
  const pane = page.getByRole('complementary', { name: 'Panel options' });
  await expect(pane.getByText('Saved with the dashboard, once you save it.')).toBeVisible();
  await pane.getByRole('button', { name: 'Pin all models' }).click();
  await expect(pane.getByRole('listitem').filter({ hasText: SERIES })).toContainText('Pinned, fitted');
  const saved = page.waitForResponse((response) => response.url().endsWith('/api/dashboards/db'));
  await page.getByRole('button', { name: 'Save dashboard' }).click();
  expect((await saved).ok()).toBe(true);

  await dashboard.open(uid, range);
  await panel.scored();
  const pinned = await details.firstModel();
  expect(pinned.fingerprint).toBe(live.fingerprint);
  expect(pinned.fitted).toContain('pinned');
  expect(await fits()).toBe(0);
  const forecasts = await panel.forecasts(0.2, 0.5, 0.8);

  // Out of the editor the same button changes this view alone, and says so.
  await details.open();
  await expect(details.models).toContainText('Lasts until reload');
  await details.models.getByRole('button', { name: `Unpin ${SERIES}` }).click();
  await details.close();
  await expect.poll(fits).toBeGreaterThan(0);
  expect((await details.firstModel()).fitted).toContain('live');
  await dashboard.open(uid, range);
  await panel.scored();
  expect((await details.firstModel()).fitted).toContain('pinned');
  expect(await panel.forecasts(0.2, 0.5, 0.8)).toEqual(forecasts);
});

test('a corrupted pinned model is named with what to do, and the series is fitted live', async ({
  page,
  workbench,
}) => {
  const dashboard = new Dashboard(page, workbench.url);
  const broken = { format: 'foreband-model', version: 1, name: SERIES, created: 'yesterday' };
  const uid = await saveTrainedDashboard(page.request, workbench.url, 'corrupted', { pinned: { [KEY]: broken } });
  await dashboard.open(uid);
  const panel = dashboard.panel(TRAINED_PANEL);
  await panel.scored();
  await expect(panel.status).toContainText('the pinned model cannot be used, so the series is fitted live. invalid id');
  expect(await panel.inkedPixels()).toBeGreaterThan(0);
  expect((await new ModelDetails(page, panel).firstModel()).fitted).toContain('live');
});

test('a model stored in this browser is used again as the policy says, and the series refitted once it is gone', async ({
  page,
  workbench,
}) => {
  const fits = await countFits(page);
  const dashboard = new Dashboard(page, workbench.url);
  const uid = await saveTrainedDashboard(page.request, workbench.url, 'daily', { retrain: 'daily' });
  await dashboard.open(uid);
  const panel = dashboard.panel(TRAINED_PANEL);
  const details = new ModelDetails(page, panel);
  await panel.scored();
  const { fingerprint } = await details.firstModel();
  expect(await fits()).toBeGreaterThan(0);

  await dashboard.open(uid);
  await panel.scored();
  const stored = await details.firstModel();
  expect(stored.fitted).toContain('stored in this browser');
  expect(stored.fingerprint).toBe(fingerprint);
  expect(await fits()).toBe(0);

  await page.evaluate(async () => {
    const databases = await indexedDB.databases();
    for (const { name = '' } of databases.filter((one) => one.name?.startsWith('foreband-models'))) {
      indexedDB.deleteDatabase(name);
    }
  });
  await dashboard.open(uid);
  await panel.scored();
  expect(await fits()).toBeGreaterThan(0);
  expect((await details.firstModel()).fingerprint).toBe(fingerprint);
});

test('a stale pinned model says why, and one click refits it', async ({ page, workbench }) => {
  const dashboard = new Dashboard(page, workbench.url);
  const uid = await saveTrainedDashboard(page.request, workbench.url, 'aged');
  await dashboard.open(uid);
  await dashboard.panel(TRAINED_PANEL).scored();
  await dashboard.editPanel(TRAINED_PANEL);
  await page.getByRole('button', { name: 'Pin all models' }).click();
  const saving = page.waitForResponse((response) => response.url().endsWith('/api/dashboards/db'));
  await page.getByRole('button', { name: 'Save dashboard' }).click();
  await saving;

  // The same model, fitted to a history that ended a month earlier.
  const stored = await (await page.request.get(`${workbench.url}/api/dashboards/uid/${uid}`)).text();
  const aged: unknown = JSON.parse(stored, (name, value: unknown) =>
    ['start', 'end', 'timeStart'].includes(name) && typeof value === 'number' ? value - 30 * DAY_MS : value,
  );
  const headers = { 'content-type': 'application/json' };
  const posted = await page.request.post(`${workbench.url}/api/dashboards/db`, { headers, data: JSON.stringify(aged) });
  expect(posted.ok()).toBe(true);
  await dashboard.open(uid);
  const panel = dashboard.panel(TRAINED_PANEL);
  await panel.scored();
  const bar = page.getByTestId('foreband stale models');
  await expect(bar).toContainText('its training ended');
  await expect(bar).toContainText('Lasts until reload');
  await bar.getByRole('button', { name: 'Retrain' }).click();
  await expect(bar).toHaveCount(0);
  const details = new ModelDetails(page, panel);
  expect((await details.firstModel()).fitted).toContain('pinned, on');
});

test('a model of a newer Foreband says so', async ({ page, workbench }) => {
  const dashboard = new Dashboard(page, workbench.url);
  const tooNew = { format: 'foreband-model', version: 99 };
  const uid = await saveTrainedDashboard(page.request, workbench.url, 'too-new', { pinned: { [KEY]: tooNew } });
  await dashboard.open(uid);
  const panel = dashboard.panel(TRAINED_PANEL);
  await panel.scored();
  await expect(panel.status).toContainText('saved by a newer Foreband');
});
