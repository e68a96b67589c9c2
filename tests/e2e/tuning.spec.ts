import type { Locator, Page } from '@playwright/test';

import type { AnomalyPanel } from './anomalyPanel';
import { Dashboard } from './dashboard';
import { countFits } from './kernelCalls';
import { PROMQL_PANEL, savePromqlDashboard } from './promqlDashboard';
import { ProxyRequests } from './proxyRequests';
import type { Workbench } from './startWorkbench';
import { expect, test } from './test';

/** Drags a slider's handle to a share of its rail. */
async function drag(page: Page, slider: Locator, share: number): Promise<void> {
  const handle = await slider.boundingBox();
  const rail = await slider.locator('xpath=..').boundingBox();
  if (handle === null || rail === null) {
    throw new Error('the slider is not visible');
  }
  const y = handle.y + handle.height / 2;
  await page.mouse.move(handle.x + handle.width / 2, y);
  await page.mouse.down();
  await page.mouse.move(rail.x + rail.width * share, y, { steps: 10 });
  await page.mouse.up();
}

/** The editor of a panel that draws an expression. */
async function editExpression(page: Page, { url }: Workbench, expr: string): Promise<[Dashboard, AnomalyPanel]> {
  const dashboard = new Dashboard(page, url);
  await dashboard.open(await savePromqlDashboard(page.request, url, expr));
  await dashboard.panel(PROMQL_PANEL).scored();
  await dashboard.editPanel(PROMQL_PANEL);
  const panel = dashboard.panel(PROMQL_PANEL);
  await panel.scored();
  return [dashboard, panel];
}

test('the threshold slider changes the count by mouse and keyboard, without a request or a fit @smoke', async ({
  page,
  workbench,
}) => {
  const fits = await countFits(page);
  const dashboard = new Dashboard(page, workbench.url);
  await dashboard.open('cpu-anomalies');
  await dashboard.panel('CPU usage').scored();
  await dashboard.editPanel('CPU usage');
  const panel = dashboard.panel('CPU usage');
  await panel.scored();
  const first = await panel.count();
  const requests = new ProxyRequests(page);
  const fitsBefore = await fits();
  expect(fitsBefore).toBeGreaterThan(0);

  const slider = page.getByRole('slider', { name: 'Threshold multiplier' });
  await slider.focus();
  await slider.press('Home');
  await expect.poll(() => panel.count()).toBeGreaterThan(first);
  const many = await panel.count();
  await drag(page, slider, 0.5);
  await expect.poll(() => panel.count()).toBeLessThan(many);

  expect(requests.count).toBe(0);
  expect(await fits()).toBe(fitsBefore);
});

test('a preset sets model, interval and threshold at once, without a request, and the query gives its own back', async ({
  page,
  workbench,
}) => {
  const dashboard = new Dashboard(page, workbench.url);
  await dashboard.open('cpu-anomalies');
  await dashboard.editPanel('CPU usage');
  const panel = dashboard.panel('CPU usage');
  await panel.scored();
  await panel.isolate('web-1:9100');
  const requests = new ProxyRequests(page);
  const [recommended] = await panel.forecasts(0.5);

  // The query has a choice of presets of its own.
  const presets = page.getByRole('radiogroup', { name: 'Preset' }).filter({ hasText: 'From the query' });
  const order = page.getByRole('spinbutton', { name: 'Weekly seasonality: order' });
  await presets.getByRole('radio', { name: 'Classic' }).press('Space');
  await expect(order).toHaveValue('3');
  await expect.poll(async () => (await panel.forecasts(0.5))[0]).not.toBe(recommended);
  await presets.getByRole('radio', { name: 'From the query' }).press('Space');
  await expect(order).toHaveValue('');
  await expect.poll(async () => (await panel.forecasts(0.5))[0]).toBe(recommended);
  expect(requests.count).toBe(0);
});

test('a wrong expression shows the message of Prometheus, and a right one replaces it', async ({ page, workbench }) => {
  const [dashboard, panel] = await editExpression(page, workbench, 'system_cpu_usage');

  await dashboard.runPromql('rate(node_cpu_seconds_total)');
  await expect(panel.root).toContainText('expected type range vector in call to function "rate"');
  await dashboard.runPromql('system_cpu_usage');
  await expect(panel.root).not.toContainText('expected type range vector');
  await panel.scored();
});

test('a query that goes from data to nothing and back shows each state', async ({ page, workbench }) => {
  const [dashboard, panel] = await editExpression(page, workbench, 'system_cpu_usage');

  await dashboard.runPromql('no_such_metric');
  await expect(panel.message).toContainText('No data');
  await dashboard.runPromql('system_cpu_usage');
  await panel.scored();
  await expect(panel.message).toHaveCount(0);
  expect(await panel.inkedPixels()).toBeGreaterThan(0);
  await dashboard.runPromql('no_such_metric');
  await expect(panel.message).toContainText('No data');
});

test('a raw counter and a constant each get their message', async ({ page, workbench }) => {
  const [dashboard, panel] = await editExpression(page, workbench, 'system_cpu_usage');

  await dashboard.runPromql('node_cpu_seconds_total{mode="idle", cpu="0", job="simulated"}');
  await expect(panel.root).toContainText('looks like a raw counter');
  await dashboard.runPromql('system_cpu_usage * 0 + 0.5');
  await panel.scored();
  await expect(panel.root).not.toContainText('looks like a raw counter');
  expect(await panel.count()).toBe(0);
});
