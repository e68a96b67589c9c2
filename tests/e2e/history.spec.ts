import { RECORDED_NOW } from '../prometheus/recordedNow';
import { Dashboard } from './dashboard';
import { promqlTarget, saveDashboard } from './savedDashboard';
import { expect, test } from './test';

const DAY_MS = 24 * 60 * 60_000;
const CPU = 'system_cpu_usage';

/** Midnight (UTC) so many days before the one that has begun last. */
function midnight(nDaysAgo: number): number {
  return Math.floor(RECORDED_NOW / DAY_MS) * DAY_MS - nDaysAgo * DAY_MS;
}

/** An expression of CPU usage that falls by a fifth of the CPU through one day, ten days before the training ends. */
function withOutage(): string {
  const [start, end] = [midnight(10) / 1000, midnight(9) / 1000];
  return `${CPU} - 0.2 * ((time() >= bool ${start}) * (time() < bool ${end}))`;
}

// The model is fitted to every sample, so that the outage shows in the model.
const options = { settings: { method: 'classic', robustDeviations: null, calibrationShare: null } };
const panel = {
  type: 'foreband-history-panel',
  title: 'Past',
  targets: [promqlTarget(withOutage())],
  options,
  unit: 'percentunit',
  size: { w: 24, h: 24 },
};

/** The day of the outage as shares of the training window's 28 days, with a little room. */
const OUTAGE = { from: 18 / 28 - 0.004, to: 19 / 28 + 0.004 } as const;

test('an outage brushed out of the training changes the model at once, until reload @smoke', async ({
  page,
  workbench,
}) => {
  const dashboard = new Dashboard(page, workbench.url);
  await dashboard.open(await saveDashboard(page.request, workbench.url, 'outage-in-training', [panel]));
  const history = dashboard.history('Past');
  const noise = await history.noise();

  await history.drag('Time range', [OUTAGE.from, 0.3], [OUTAGE.to, 0.6]);
  await history.selection.getByRole('button', { name: 'Exclude from training' }).click();
  await expect.poll(() => history.noise()).toBeLessThan(0.8 * noise);
  await expect(history.root).toContainText('Lasts until reload');
  await history.root.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => history.noise()).toBe(noise);

  await page.reload();
  await expect.poll(() => history.noise()).toBe(noise);
});

test('an exclusion made in the panel editor is saved with the dashboard', async ({ page, workbench }) => {
  const dashboard = new Dashboard(page, workbench.url);
  await dashboard.open(await saveDashboard(page.request, workbench.url, 'outage-excluded', [panel]));
  const noise = await dashboard.history('Past').noise();
  await dashboard.editPanel('Past');
  const history = dashboard.history('Past');
  await history.drag('Time range', [OUTAGE.from, 0.3], [OUTAGE.to, 0.6]);
  await history.selection.getByRole('button', { name: 'Exclude' }).click();
  await expect(history.root).toContainText('Saved with the dashboard, once you save it');
  await dashboard.save();

  await dashboard.open('outage-excluded');
  await expect.poll(() => dashboard.history('Past').noise()).toBeLessThan(0.8 * noise);
});

test('what is selected in one view is selected in the others', async ({ page, workbench }) => {
  const dashboard = new Dashboard(page, workbench.url);
  await dashboard.open(await saveDashboard(page.request, workbench.url, 'linked', [panel]));
  const history = dashboard.history('Past');
  await history.noise();
  expect(await history.statistic('Samples', 'All')).toBe('8065');

  await history.drag('Time range', [OUTAGE.from, 0.3], [OUTAGE.to, 0.6]);
  await expect.poll(() => history.statistic('Span', 'Selected')).toMatch(/^1 d/);

  // Monday to Wednesday, from 6 to 12 o'clock: four weeks of three times seven hours.
  await history.drag('Hours of the week', [0.36, 0.1], [0.57, 0.36]);
  await expect(history.selection).toContainText('hours of the week');
  await expect.poll(() => history.statistic('Span', 'Selected')).toBe('–');

  const distribution = history.root.getByRole('slider', { name: 'Samples by size' });
  await distribution.focus();
  await distribution.press('Home');
  await distribution.press('Shift+ArrowRight');
  await expect(history.selection).toContainText(/% to .*%/);
  await distribution.press('Escape');
  await expect(history.selection).toHaveCount(0);
});
