import { Dashboard } from './dashboard';
import { PROMQL_PANEL, savePromqlDashboard } from './promqlDashboard';
import { ProxyRequests } from './proxyRequests';
import { expect, test } from './test';

const HOUR_SECONDS = 3600;
const DAY_MS = 86_400_000;

test('a refresh asks for the newest readings only', async ({ page, workbench }) => {
  const requests = new ProxyRequests(page);
  const dashboard = new Dashboard(page, workbench.url);
  await dashboard.open('cpu-anomalies');
  await dashboard.panel('CPU usage').judged();
  const longest = Math.max(...requests.ranges().map(({ start, end }) => end - start));
  expect(longest).toBeGreaterThan(20 * 24 * HOUR_SECONDS);

  requests.forget();
  await dashboard.refresh();
  await expect.poll(() => requests.ranges().length).toBeGreaterThan(0);
  await dashboard.panel('CPU usage').judged();
  for (const { start, end } of requests.ranges()) {
    expect(end - start).toBeLessThan(HOUR_SECONDS);
  }
});

test('two refreshes and a second viewer get the same band over the same points', async ({
  page,
  browser,
  workbench,
  prometheus,
}) => {
  const range = { from: String(prometheus.historyEnd - DAY_MS), to: String(prometheus.historyEnd + DAY_MS / 4) };
  const past = 0.6;
  const expr = '1 - avg(rate(node_cpu_seconds_total{mode="idle", instance="web-1:9100"}[$__rate_interval]))';
  const uid = await savePromqlDashboard(page.request, workbench.url, expr);
  const dashboard = new Dashboard(page, workbench.url);
  await dashboard.open(uid, range);
  const panel = dashboard.panel(PROMQL_PANEL);
  await panel.judged();
  const picture = await panel.picture(past);

  for (let round = 0; round < 2; round++) {
    const answered = page.waitForResponse((response) => response.url().includes('/query_range'));
    await dashboard.refresh();
    await answered;
    await panel.judged();
    await expect.poll(() => panel.picture(past)).toBe(picture);
  }

  const other = await browser.newContext({ viewport: page.viewportSize(), timezoneId: 'UTC', locale: 'en-US' });
  const otherPage = await other.newPage();
  const otherDashboard = new Dashboard(otherPage, workbench.url);
  await otherDashboard.open(uid, range);
  const otherPanel = otherDashboard.panel(PROMQL_PANEL);
  await otherPanel.judged();
  await expect.poll(() => otherPanel.picture(past)).toBe(picture);
  await other.close();
});
