import { readFile } from 'node:fs/promises';

import type { Locator, Page } from '@playwright/test';

/** The app's page with the anomaly log, as a user meets it. */
export class LogPage {
  readonly root: Locator;
  /** Counts and figures of what was monitored. */
  readonly report: Locator;
  /** The entries, newest first. */
  readonly rows: Locator;

  constructor(
    private readonly page: Page,
    private readonly baseUrl: string,
  ) {
    this.root = page.getByTestId('foreband log');
    this.report = this.root.getByRole('region', { name: 'Report' });
    this.rows = this.root.getByRole('table').last().locator('tbody tr');
  }

  async open(query: Readonly<Record<string, string>> = {}): Promise<void> {
    const search = new URLSearchParams(query).toString();
    await this.page.goto(`${this.baseUrl}/a/foreband-anomaly-app/log${search === '' ? '' : `?${search}`}`);
    await this.root.waitFor();
  }

  /** Chooses what is shown. */
  async show(view: 'Anomalies' | 'System' | 'Samples' | 'Everything'): Promise<void> {
    await this.root.getByRole('radio', { name: view }).press('Space');
  }

  /** Chooses how much is logged from now on. */
  async setLevel(level: string): Promise<void> {
    const field = this.root.getByLabel('Log from level');
    await field.fill(level);
    await field.press('Enter');
  }

  /** Downloads what is shown; gives its text. */
  async download(kind: 'JSON Lines' | 'CSV'): Promise<string> {
    const waiting = this.page.waitForEvent('download');
    await this.root.getByRole('button', { name: kind }).click();
    return readFile(await (await waiting).path(), 'utf8');
  }
}
