import type { Locator } from '@playwright/test';

import { Dashboard } from './dashboard';
import { promqlTarget, saveDashboard } from './savedDashboard';
import { expect, test } from './test';

const CPU = 'system_cpu_usage';
// In this window a panel of these columns and rows is 300 by 182 pixels, its title included.
const WINDOW = { width: 1248, height: 900 };
const SIZE = { w: 6, h: 5 };

const views = {
  history: ['series', 'distribution', 'week', 'components', 'autocorrelation', 'statistics', 'stationarity', 'periods'],
  evaluation: ['detection', 'sweep', 'confusion', 'roc', 'precisionRecall', 'coverage', 'kinds', 'report'],
};

for (const [kind, ids] of Object.entries(views)) {
  test(`every view of the ${kind} panel works in a panel of 300 by 200 pixels`, async ({ page, workbench }) => {
    await page.setViewportSize(WINDOW);
    const panels = [...ids.map((id) => [id]), ids].map((chosen) => ({
      type: `foreband-${kind}-panel`,
      title: chosen.length === 1 ? chosen[0] : 'all',
      targets: [promqlTarget(CPU)],
      options: { views: chosen },
      unit: 'percentunit',
      size: SIZE,
    }));
    const uid = await saveDashboard(page.request, workbench.url, `small-${kind}`, panels);
    await page.goto(`${workbench.url}/d/${uid}?kiosk`);
    const dashboard = new Dashboard(page, workbench.url);

    const contentOf = (frame: Locator) =>
      frame.locator('section :is(svg[data-figure], table, [role="status"])').first();
    for (const id of ids) {
      const frame = dashboard.frame(id);
      await frame.scrollIntoViewIfNeeded();
      const content = contentOf(frame);
      await expect(content).toBeVisible();
      const [outer, inner] = [await frame.boundingBox(), await content.boundingBox()];
      expect(outer?.width).toBeLessThanOrEqual(310);
      expect(outer?.height).toBeLessThanOrEqual(200);
      expect(inner?.width).toBeGreaterThan(100);
      expect(inner?.height).toBeGreaterThan(30);
    }

    const all = dashboard.frame('all');
    const picker = all.getByRole('combobox', { name: 'View' });
    for (const title of await picker.locator('option').allTextContents()) {
      await picker.selectOption({ label: title });
      await expect(contentOf(all)).toBeVisible();
    }
  });
}
