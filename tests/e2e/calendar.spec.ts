import { Dashboard } from './dashboard';
import { PROMQL_PANEL, savePromqlDashboard } from './promqlDashboard';
import { expect, test } from './test';

test('holidays, events and shares are set in the query, and the details say what is known of them', async ({
  page,
  workbench,
  prometheus,
}) => {
  const aWeekAgo = new Date(prometheus.now - 7 * 86_400_000).toISOString().slice(0, 10);
  const dashboard = new Dashboard(page, workbench.url);
  await dashboard.open(await savePromqlDashboard(page.request, workbench.url, 'system_cpu_usage'));
  await dashboard.panel(PROMQL_PANEL).scored();
  await dashboard.editPanel(PROMQL_PANEL);
  const panel = dashboard.panel(PROMQL_PANEL);
  await panel.scored();

  // The lists of the world's holidays are on their way only once somebody asks for them.
  const chunks: string[] = [];
  page.on('request', (request) => chunks.push(...(/(holidays|icalendar)\.js/.exec(request.url())?.slice(1) ?? [])));
  await page.getByRole('combobox', { name: 'Public holidays' }).first().click();
  await page.keyboard.type('Germany, Bayern (DE-BY)');
  await page.keyboard.press('Enter');
  await expect.poll(() => chunks).toContain('holidays');

  const events = page.getByRole('textbox', { name: 'Events' }).first();
  await events.fill(`${aWeekAgo} Sale\nsomeday Fair`);
  await expect(page.getByText('invalid events, line 2: "someday Fair"').first()).toBeVisible();
  await events.fill(`${aWeekAgo} Sale`);
  await events.blur();
  await page.getByRole('radio', { name: 'Multiplicative' }).first().press('Space');
  await panel.scored();

  await panel.root.getByRole('button', { name: 'About this detection' }).click();
  const details = page.getByTestId('foreband details');
  await expect(details).toContainText('Sale');
  await expect(details).toContainText('a share');
});
