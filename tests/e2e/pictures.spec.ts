import { statSync } from 'node:fs';
import { join } from 'node:path';

import { Dashboard } from './dashboard';
import { expect, test } from './test';

const MAX_BYTES = 200_000;
const folder = join(__dirname, '../../docs/img');

for (const theme of ['dark', 'light']) {
  test(`the documentation's picture of a dashboard, ${theme} @pictures`, async ({ page, workbench }) => {
    await page.setViewportSize({ width: 1200, height: 640 });
    await page.context().addCookies([{ name: 'workbench_theme', value: theme, url: workbench.url }]);
    const dashboard = new Dashboard(page, workbench.url);
    await page.goto(`${workbench.url}/d/cpu-anomalies?kiosk&from=now-1d&to=now%2B12h`);
    const panel = dashboard.panel('CPU usage');
    await panel.scored();
    await panel.isolate('web-1:9100');
    await panel.hover(0.59);
    await expect(panel.tooltip).toContainText('Expected');
    const path = join(folder, `cpu-anomalies-${theme}.png`);
    await page.screenshot({ path, animations: 'disabled' });
    expect(statSync(path).size).toBeLessThan(MAX_BYTES);
  });
}
