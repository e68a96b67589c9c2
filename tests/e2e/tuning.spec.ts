import { Dashboard } from './dashboard';
import { countFits } from './kernelCalls';
import { ProxyRequests } from './proxyRequests';
import { expect, test } from './test';

test('the threshold slider changes the count by mouse and keyboard, without a request or a fit @smoke', async ({
  page,
  workbench,
}) => {
  const fits = await countFits(page);
  const dashboard = new Dashboard(page, workbench.url);
  await dashboard.open('cpu-anomalies');
  await dashboard.panel('CPU usage').judged();
  await dashboard.editPanel('CPU usage');
  const panel = dashboard.panel('CPU usage');
  await panel.judged();
  const first = await panel.count();
  const requests = new ProxyRequests(page);
  const fitsBefore = await fits();
  expect(fitsBefore).toBeGreaterThan(0);

  const slider = page.getByRole('slider', { name: 'Threshold multiplier' });
  await slider.focus();
  await slider.press('Home');
  await expect.poll(() => panel.count()).toBeGreaterThan(first);
  const many = await panel.count();

  const handle = await slider.boundingBox();
  const rail = await slider.locator('xpath=..').boundingBox();
  if (handle === null || rail === null) {
    throw new Error('the slider is not visible');
  }
  await page.mouse.move(handle.x + handle.width / 2, handle.y + handle.height / 2);
  await page.mouse.down();
  await page.mouse.move(rail.x + rail.width * 0.5, handle.y + handle.height / 2, { steps: 10 });
  await page.mouse.up();
  await expect.poll(() => panel.count()).toBeLessThan(many);

  expect(requests.count).toBe(0);
  expect(await fits()).toBe(fitsBefore);
});

test('a wrong expression shows the message of Prometheus, and a right one replaces it', async ({ page, workbench }) => {
  const dashboard = new Dashboard(page, workbench.url);
  await dashboard.open('cpu-anomalies');
  await dashboard.panel('One PromQL expression').judged();
  await dashboard.editPanel('One PromQL expression');
  const panel = dashboard.panel('One PromQL expression');
  await panel.judged();

  await dashboard.runPromql('rate(node_cpu_seconds_total)');
  await expect(panel.root).toContainText('expected type range vector in call to function "rate"');
  await dashboard.runPromql('system_cpu_usage');
  await expect(panel.root).not.toContainText('expected type range vector');
  await panel.judged();
});

test('a query that goes from data to nothing and back shows each state', async ({ page, workbench }) => {
  const dashboard = new Dashboard(page, workbench.url);
  await dashboard.open('cpu-anomalies');
  await dashboard.panel('One PromQL expression').judged();
  await dashboard.editPanel('One PromQL expression');
  const panel = dashboard.panel('One PromQL expression');
  await panel.judged();

  await dashboard.runPromql('no_such_metric');
  await expect(panel.message).toContainText('No data');
  await dashboard.runPromql('system_cpu_usage');
  await panel.judged();
  await expect(panel.message).toHaveCount(0);
  expect(await panel.inkedPixels()).toBeGreaterThan(0);
  await dashboard.runPromql('no_such_metric');
  await expect(panel.message).toContainText('No data');
});
