import { Dashboard } from './dashboard';
import { startWorkbench } from './startWorkbench';
import { expect, test } from './test';

test.use({ isClockReal: true });

const NOBODY = 'http://127.0.0.1:9';

test('a workbench without a Prometheus shows every dashboard with invented hosts, and says so on each page and panel', async ({
  page,
}) => {
  const demo = await startWorkbench(NOBODY);
  try {
    const banner = page.getByTestId('workbench demo');
    await page.goto(demo.url);
    await expect(banner).toContainText(
      `Demo data: all hosts and incidents here are invented. No Prometheus answered at ${NOBODY}`,
    );

    const dashboard = new Dashboard(page, demo.url);
    for (const [uid, title] of [
      ['cpu-anomalies', 'CPU usage'],
      ['host-anomalies', 'Disk in use'],
      ['any-data-source', 'CPU usage, plain Prometheus data source'],
      ['evaluate-and-explore', 'CPU usage'],
    ]) {
      await dashboard.open(uid);
      const panel = dashboard.panel(title);
      await panel.scored();
      await expect(banner).toBeVisible();
      const mark = await panel.notices.evaluate((frame) => getComputedStyle(frame, '::after').content);
      expect(mark).toBe('"Demo data"');
      const hosts = (await panel.anomalies()).map(({ series }) => series);
      expect(hosts.filter((host) => !/^demo-[a-z]+-1\.example:9100$/.test(host))).toEqual([]);
    }
  } finally {
    await demo.stop();
  }
});

test('what is simulated by a query says so across the panel', async ({ page, workbench }) => {
  const dashboard = new Dashboard(page, workbench.url);
  await dashboard.open('simulation');
  const panel = dashboard.panel('Simulated CPU usage');
  await panel.scored();
  await expect(panel.root.getByTestId('foreband simulated')).toHaveText('Simulated data');
  await expect(page.getByTestId('workbench demo')).toHaveCount(0);
});
