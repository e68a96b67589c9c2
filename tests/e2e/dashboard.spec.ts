import { Dashboard } from './dashboard';
import { expect, test } from './test';

const STEP_MS = 5 * 60_000;

test('a dashboard flags the planted anomalies at their times, with their severities, and nothing else severe @smoke', async ({
  page,
  workbench,
  prometheus,
}) => {
  await page.goto(`${workbench.url}/`);
  await page.getByRole('link', { name: 'CPU anomalies' }).click();
  const panel = new Dashboard(page, workbench.url).panel('CPU usage');
  const found = await panel.anomalies();

  for (const planted of prometheus.anomalies) {
    const inside = found.filter(
      ({ series, start, end }) => series === planted.instance && end >= planted.start && start <= planted.end + STEP_MS,
    );
    const [worst] = inside.toSorted((one, other) => other.score - one.score);
    expect(worst, `${planted.instance} is flagged`).toBeDefined();
    expect(planted.severities).toContain(worst.severity);
    expect(worst.direction).toBe(planted.displacement > 0 ? 'above the band' : 'below the band');
    expect(Math.abs(worst.start - planted.start)).toBeLessThanOrEqual(2 * STEP_MS);
    // For half an hour after it the means of what was still count.
    expect(worst.end).toBeGreaterThanOrEqual(planted.end - 2 * STEP_MS);
    expect(worst.end - planted.end).toBeLessThanOrEqual(8 * STEP_MS);
  }
  const planted = new Set(prometheus.anomalies.map(({ instance }) => instance));
  const severe = found.filter(({ severity }) => severity === 'critical' || severity === 'high');
  expect(severe.filter(({ series }) => !planted.has(series))).toEqual([]);
  await expect(panel.simulationBadge).toHaveCount(0);
});

test('an isolated series shows its band in the past and its forecast in the future @smoke', async ({
  page,
  workbench,
}) => {
  const dashboard = new Dashboard(page, workbench.url);
  await dashboard.open('cpu-anomalies');
  const panel = dashboard.panel('CPU usage');
  await panel.scored();
  await panel.isolate('web-1:9100');

  await panel.hover(0.3);
  await expect(panel.tooltip).toContainText(/Actual.*Expected.*Band.* to .*Score/);
  await panel.hover(0.97);
  await expect(panel.tooltip).toContainText(/Expected.*Band.* to /);
  await expect(panel.tooltip).not.toContainText('Actual');
});

test('the band and the forecast are drawn, and go when they are switched off', async ({ page, workbench }) => {
  const dashboard = new Dashboard(page, workbench.url);
  await dashboard.open('cpu-anomalies');
  await dashboard.panel('CPU usage').scored();
  await dashboard.editPanel('CPU usage');
  const panel = dashboard.panel('CPU usage');
  await panel.scored();
  await panel.isolate('web-1:9100');
  const whole = await panel.inkedPixels();

  const band = page.getByRole('switch', { name: /^Band/ });
  await band.press('Space');
  await expect(band).not.toBeChecked();
  await expect.poll(() => panel.inkedPixels()).toBeLessThan(whole);
});

test('zooming in keeps the score of every anomaly that stays visible', async ({ page, workbench }) => {
  const dashboard = new Dashboard(page, workbench.url);
  await dashboard.open('cpu-anomalies', { from: 'now-1d', to: 'now' });
  const panel = dashboard.panel('CPU usage');
  const before = await panel.anomalies();

  await panel.zoom(0.81, 0.97);
  await expect.poll(async () => (await panel.anomalies()).length).toBeLessThan(before.length);
  const after = await panel.anomalies();
  expect(after.length).toBeGreaterThan(0);
  for (const anomaly of after) {
    expect(before).toContainEqual(anomaly);
  }
});

test('a panel of a plain Prometheus data source scores the same at every zoom', async ({ page, workbench }) => {
  const dashboard = new Dashboard(page, workbench.url);
  await dashboard.open('any-data-source', { from: 'now-1d', to: 'now' });
  const panel = dashboard.panel('CPU usage, plain Prometheus data source');
  const before = await panel.anomalies();
  expect(before.length).toBeGreaterThan(0);

  await panel.zoom(0.81, 0.97);
  await expect.poll(async () => (await panel.anomalies()).length).toBeLessThan(before.length);
  for (const anomaly of await panel.anomalies()) {
    expect(before).toContainEqual(anomaly);
  }
});
