import { Dashboard } from './dashboard';
import { expect, test } from './test';

test.afterEach(async ({ prometheus }) => {
  await prometheus.start();
});

test('a dashboard opened during an outage invents nothing: it says why it is empty, and asks again until it is not', async ({
  page,
  workbench,
  prometheus,
}) => {
  await prometheus.stop();
  const dashboard = new Dashboard(page, workbench.url);
  await dashboard.open('cpu-anomalies');
  const panel = dashboard.panel('CPU usage');
  await expect(panel.message).toContainText(/Prometheus cannot be reached.*retrying/);
  await expect(panel.root.locator('canvas')).toHaveCount(0);

  await prometheus.start();
  await page.clock.runFor(20_000);
  const series = new Set((await panel.anomalies()).map((anomaly) => anomaly.series));
  expect(series).toContain('cache-1:9100');
  await expect(panel.simulationBadge).toHaveCount(0);
});

test('a dashboard that had data keeps it through an outage and says since when there is none', async ({
  page,
  workbench,
  prometheus,
}) => {
  const dashboard = new Dashboard(page, workbench.url);
  await dashboard.open('cpu-anomalies');
  const panel = dashboard.panel('CPU usage');
  const before = await panel.anomalies();

  await prometheus.stop();
  await dashboard.refresh();
  await expect(panel.notices).toContainText(/No data since \d\d:\d\d, retrying/);
  await expect(panel.simulationBadge).toHaveCount(0);
  const planted = new Set(prometheus.anomalies.map(({ instance }) => instance));
  const ofPlanted = (list: typeof before) => list.filter(({ series }) => planted.has(series));
  expect(ofPlanted(await panel.anomalies())).toEqual(ofPlanted(before));

  await prometheus.start();
  await dashboard.refresh();
  await expect(panel.notices).not.toContainText('No data since');
});
