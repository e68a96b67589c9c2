import { Dashboard } from './dashboard';
import { PROMQL_PANEL, savePromqlDashboard } from './promqlDashboard';
import { ProxyRequests } from './proxyRequests';
import { expect, test } from './test';

const STEP_MS = 15_000;
const INTERVAL_MS = 5000;
const SCRAPE_MS = 15_000;
const DAY_MS = 86_400_000;
const RANGE = { from: 'now-30m', to: 'now' };
const settings = { stepMs: STEP_MS, trainingWindowMs: 2 * DAY_MS };

test.describe.configure({ timeout: 5 * 60_000 });

test.afterEach(async ({ prometheus }) => {
  prometheus.displace(0);
  await prometheus.start();
});

test('a live query marks what happens now, without a refresh of the dashboard', async ({
  page,
  workbench,
  prometheus,
}) => {
  const live = { intervalMs: INTERVAL_MS };
  const uid = await savePromqlDashboard(page.request, workbench.url, 'system_cpu_usage', { settings, live });
  const dashboard = new Dashboard(page, workbench.url);
  await dashboard.open(uid, RANGE);
  const panel = dashboard.panel(PROMQL_PANEL);
  await panel.judged();
  await expect(panel.watch).toContainText('Normal');

  const requests = new ProxyRequests(page);
  const displacedAt = Date.now();
  prometheus.displace(0.5);
  // Scraped within 15 s, its step complete within another 15 s, polled within 5 s; the rest is the machine's.
  await expect(panel.watch).toContainText(/Anomalous since \d\d:\d\d/, { timeout: 90_000 });
  const [anomaly] = await panel.anomalies();
  expect(anomaly.severity).toBe('critical');
  expect(anomaly.start).toBeGreaterThan(displacedAt - STEP_MS);
  expect(anomaly.start).toBeLessThan(displacedAt + SCRAPE_MS + STEP_MS);
  for (const { start, end } of requests.ranges()) {
    expect((end - start) * 1000).toBeLessThan(10 * 60_000);
  }

  await panel.watch.press('Enter');
  await expect(page.getByTestId('foreband watch list')).toContainText('Watched while this page is open');
});

test('a live query keeps what it shows while Prometheus is away, and goes on by itself', async ({
  page,
  workbench,
  prometheus,
}) => {
  const live = { intervalMs: INTERVAL_MS };
  const uid = await savePromqlDashboard(page.request, workbench.url, 'system_cpu_usage', { settings, live });
  const dashboard = new Dashboard(page, workbench.url);
  await dashboard.open(uid, RANGE);
  const panel = dashboard.panel(PROMQL_PANEL);
  await panel.judged();

  await prometheus.stop();
  await expect(panel.status).toContainText(/No data since \d\d:\d\d, retrying/, { timeout: 90_000 });
  expect(await panel.inkedPixels()).toBeGreaterThan(1000);
  await expect(panel.watch).toContainText(/Stale: no answer since \d\d:\d\d/, { timeout: 120_000 });

  await prometheus.start();
  await expect(panel.status).not.toContainText('No data since', { timeout: 150_000 });
  await expect(panel.watch).toContainText('Normal', { timeout: 90_000 });
});
