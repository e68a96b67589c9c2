import { Dashboard } from './dashboard';
import { ProxyRequests } from './proxyRequests';
import { expect, test } from './test';

test('an ad hoc filter becomes a matcher of every query', async ({ page, workbench }) => {
  const requests = new ProxyRequests(page);
  await page.goto(`${workbench.url}/d/cpu-anomalies?var-filters=${encodeURIComponent('instance|=|web-1:9100')}`);
  const panel = new Dashboard(page, workbench.url).panel('CPU usage');
  const found = await panel.anomalies();

  expect(new Set(found.map(({ series }) => series))).toEqual(new Set(['web-1:9100']));
  expect(requests.ranges().length).toBeGreaterThan(0);
  for (const { query } of requests.ranges()) {
    expect(query).toContain('instance="web-1:9100"');
  }
});

test('training and visible samples come on one step with one rate window, on multiples of the step', async ({
  page,
  workbench,
}) => {
  const requests = new ProxyRequests(page);
  const dashboard = new Dashboard(page, workbench.url);
  await dashboard.open('cpu-anomalies', { from: 'now-6h', to: 'now' });
  await dashboard.panel('CPU usage').scored();

  const ranges = requests.ranges();
  expect(new Set(ranges.map(({ stepSeconds }) => stepSeconds))).toEqual(new Set([300]));
  expect(new Set(ranges.map(({ query }) => /\[(.*?)\]/.exec(query)?.[1]))).toEqual(new Set(['315s']));
  for (const { start, end, stepSeconds } of ranges) {
    expect([start % stepSeconds, end % stepSeconds]).toEqual([0, 0]);
  }
});

test('the details of a detection open with the keyboard and say what was fitted', async ({ page, workbench }) => {
  const dashboard = new Dashboard(page, workbench.url);
  await dashboard.open('cpu-anomalies');
  const panel = dashboard.panel('CPU usage');
  await panel.scored();

  await panel.root.getByRole('button', { name: 'About this detection' }).focus();
  await page.keyboard.press('Enter');
  const details = page.getByTestId('foreband details');
  await expect(details).toContainText('web-1:9100');
  await expect(details).toContainText(/weekly \(order \d+\), daily \(order \d+\)/);
  await page.keyboard.press('Escape');
  await expect(details).toHaveCount(0);
});
