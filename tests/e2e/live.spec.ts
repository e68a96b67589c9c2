import { Dashboard } from './dashboard';
import { PROMQL_PANEL, savePromqlDashboard } from './promqlDashboard';
import { ProxyRequests } from './proxyRequests';
import { expect, test } from './test';

const INTERVAL_MS = 5000;
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const RANGE = { from: 'now-30m', to: 'now' };
const live = { intervalMs: INTERVAL_MS };
// Two weeks, on steps of a minute: with less the trend may stray so far that nothing is strange.
const settings = { stepMs: MINUTE_MS, trainingWindowMs: 14 * DAY_MS };

test.afterEach(async ({ prometheus }) => {
  await prometheus.start();
});

test('a live query marks what happens now, without a refresh of the dashboard', async ({
  openElsewhere,
  workbench,
  prometheus,
}) => {
  const [planted] = prometheus.anomalies;
  const page = await openElsewhere(planted.start - 3 * MINUTE_MS);
  const uid = await savePromqlDashboard(page.request, workbench.url, 'system_cpu_usage', { settings, live });
  const dashboard = new Dashboard(page, workbench.url);
  await dashboard.open(uid, RANGE);
  const panel = dashboard.panel(PROMQL_PANEL);
  await panel.scored();
  await expect(panel.watch).toContainText('Normal');

  const requests = new ProxyRequests(page);
  for (let minute = 0; minute < 8; minute++) {
    const polled = page.waitForResponse((response) => response.url().includes('/query_range'));
    await page.clock.fastForward(MINUTE_MS);
    await polled;
  }
  await expect(panel.watch).toContainText(/Anomalous since \d\d:\d\d/);
  const [anomaly] = await panel.anomalies();
  expect(['critical', 'high', 'medium']).toContain(anomaly.severity);
  expect(Math.abs(anomaly.start - planted.start)).toBeLessThanOrEqual(MINUTE_MS);
  for (const { start, end } of requests.ranges()) {
    expect((end - start) * 1000).toBeLessThan(10 * MINUTE_MS);
  }

  await panel.watch.press('Enter');
  await expect(page.getByTestId('foreband watch list')).toContainText('Watched while this page is open');
});

test('a live query keeps what it shows while Prometheus is away, and goes on by itself', async ({
  page,
  workbench,
  prometheus,
}) => {
  const uid = await savePromqlDashboard(page.request, workbench.url, 'system_cpu_usage', { settings, live });
  const dashboard = new Dashboard(page, workbench.url);
  await dashboard.open(uid, RANGE);
  const panel = dashboard.panel(PROMQL_PANEL);
  await panel.scored();

  await prometheus.stop();
  await page.clock.fastForward(MINUTE_MS);
  await expect(panel.status).toContainText(/No data since \d\d:\d\d, retrying/);
  expect(await panel.inkedPixels()).toBeGreaterThan(1000);
  await page.clock.fastForward(5 * MINUTE_MS);
  await expect(panel.watch).toContainText(/Stale: no answer since \d\d:\d\d/);

  await prometheus.start();
  await page.clock.fastForward(5 * MINUTE_MS);
  await expect(panel.status).not.toContainText('No data since');
  await expect(panel.watch).toContainText('Normal');
});
