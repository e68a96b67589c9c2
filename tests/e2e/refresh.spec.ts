import { Dashboard } from './dashboard';
import { PROMQL_PANEL, savePromqlDashboard } from './promqlDashboard';
import { ProxyRequests } from './proxyRequests';
import { expect, test } from './test';

const HOUR_SECONDS = 3600;
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

test('a refresh asks for the newest samples only', async ({ page, workbench }) => {
  const requests = new ProxyRequests(page);
  const dashboard = new Dashboard(page, workbench.url);
  await dashboard.open('cpu-anomalies');
  await dashboard.panel('CPU usage').scored();
  const longest = Math.max(...requests.ranges().map(({ start, end }) => end - start));
  expect(longest).toBeGreaterThan(20 * 24 * HOUR_SECONDS);

  requests.forget();
  await dashboard.refresh();
  await expect.poll(() => requests.ranges().length).toBeGreaterThan(0);
  await dashboard.panel('CPU usage').scored();
  for (const { start, end } of requests.ranges()) {
    expect(end - start).toBeLessThan(HOUR_SECONDS);
  }
});

test('two refreshes and a later viewer get the same band over the same points', async ({
  page,
  openElsewhere,
  workbench,
  prometheus,
}) => {
  const range = { from: String(prometheus.now - DAY_MS), to: String(prometheus.now + DAY_MS / 4) };
  const past = [0.1, 0.3, 0.5, 0.7];
  const expr = '1 - avg(rate(node_cpu_seconds_total{mode="idle", instance="web-1:9100"}[$__rate_interval]))';
  const uid = await savePromqlDashboard(page.request, workbench.url, expr);
  const dashboard = new Dashboard(page, workbench.url);
  await dashboard.open(uid, range);
  const panel = dashboard.panel(PROMQL_PANEL);
  await panel.scored();
  const forecasts = await panel.forecasts(...past);
  expect(new Set(forecasts).size).toBe(past.length);

  for (let round = 0; round < 2; round++) {
    await page.clock.fastForward(10 * MINUTE_MS);
    const answered = page.waitForResponse((response) => response.url().includes('/query_range'));
    await dashboard.refresh();
    await answered;
    await panel.scored();
    expect(await panel.forecasts(...past)).toEqual(forecasts);
  }

  const later = await openElsewhere(prometheus.now + 40 * MINUTE_MS);
  const theirs = new Dashboard(later, workbench.url);
  await theirs.open(uid, range);
  await theirs.panel(PROMQL_PANEL).scored();
  expect(await theirs.panel(PROMQL_PANEL).forecasts(...past)).toEqual(forecasts);
});
