import { Dashboard } from './dashboard';
import { expect, test } from './test';

test.afterEach(async ({ prometheus }) => {
  await prometheus.start();
});

test('a dashboard opened during an outage shows the simulation, marked as such, until live data replaces it', async ({
  page,
  workbench,
  prometheus,
}) => {
  await prometheus.stop();
  const dashboard = new Dashboard(page, workbench.url);
  await dashboard.open('cpu-anomalies');
  const panel = dashboard.panel('CPU usage');
  await panel.scored();
  await expect(panel.simulationBadge).toBeVisible();

  await prometheus.start();
  await dashboard.refresh();
  await expect(panel.simulationBadge).toHaveCount(0);
  const series = new Set((await panel.anomalies()).map((anomaly) => anomaly.series));
  expect(series).toContain('cache-1:9100');
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
