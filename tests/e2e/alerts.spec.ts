import { readFile } from 'node:fs/promises';

import { expect, type Locator, type Page } from '@playwright/test';

import { runPromtool } from '../prometheus/promtool';
import { Dashboard } from './dashboard';
import { ExplorePage } from './explorePage';
import { test } from './test';

interface SavedFile {
  readonly name: string;
  readonly text: string;
}

/** The drawer with the alert rules as a user meets it. */
class AlertDrawer {
  readonly root: Locator;

  constructor(private readonly page: Page) {
    this.root = page.getByTestId('foreband alert drawer');
  }

  async save(button: 'Download rules' | 'Download test'): Promise<SavedFile> {
    const download = this.page.waitForEvent('download');
    await this.root.getByRole('button', { name: button }).click();
    const file = await download;
    return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
  }

  /** What Prometheus's own checker says of the rules. */
  async checked(): Promise<string> {
    const { name, text } = await this.save('Download rules');
    const { output } = await runPromtool({ [name]: text }, 'check', 'rules', name);
    return output;
  }
}

test('what the Explore page shows becomes rules that Prometheus accepts, with the pages they would have sent', async ({
  page,
  workbench,
}) => {
  const explore = new ExplorePage(page, workbench.url);
  await explore.open();
  await explore.chart.scored();
  await page.getByRole('button', { name: 'Alert on this' }).click();
  const drawer = new AlertDrawer(page);
  await drawer.root.getByLabel('Name of the rules').fill('explored');
  await drawer.root.getByLabel('Labels of the alerts').fill('team=sre');
  await expect(drawer.root.getByText('foreband-explored.rules.yml', { exact: true })).toBeVisible();
  expect(await drawer.checked()).toMatch(/SUCCESS: \d+ rules found/);
  const { text } = await drawer.save('Download rules');
  expect(text).toContain('team: sre');
  expect(text).toContain('/a/foreband-anomaly-app/explore');
  expect((await drawer.save('Download test')).text).toContain('foreband-explored.rules.yml');
  await expect(drawer.root.getByTestId('foreband replayed pages')).toContainText(/pages? in the last \d+ days/);
});

test("a panel on Grafana's own data source becomes rules of its query with the variables filled in", async ({
  page,
  workbench,
}) => {
  const dashboard = new Dashboard(page, workbench.url);
  await dashboard.open('any-data-source');
  const panel = dashboard.panel('CPU usage, plain Prometheus data source');
  await panel.scored();
  await panel.status.getByRole('button', { name: 'Alert on this' }).click();
  const drawer = new AlertDrawer(page);
  await expect(drawer.root.getByTestId('foreband watched by rules')).toContainText('rate(node_cpu_seconds_total');
  await expect(drawer.root.getByTestId('foreband watched by rules')).not.toContainText('$');
  expect(await drawer.checked()).toMatch(/SUCCESS: \d+ rules found/);
});
