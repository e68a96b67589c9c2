import { readFile } from 'node:fs/promises';

import type { Locator, Page } from '@playwright/test';

/** The app's Models page as a user meets it. */
export class ModelsPage {
  readonly rows: Locator;
  readonly comparison: Locator;

  constructor(
    private readonly page: Page,
    private readonly baseUrl: string,
  ) {
    this.rows = page.getByTestId('foreband saved model');
    this.comparison = page.getByTestId('foreband comparison');
  }

  async open(): Promise<void> {
    await this.page.goto(`${this.baseUrl}/a/foreband-anomaly-app/models`);
    await this.page.getByText(/kB left/).waitFor();
  }

  row(name: string): Locator {
    return this.rows.filter({ hasText: name });
  }

  async importFile(name: string, text: string): Promise<void> {
    await this.page
      .locator('input[type=file]')
      .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
  }

  async rename(name: string, to: string, note: string): Promise<void> {
    await this.page.getByRole('button', { name: `Rename ${name}` }).click();
    await this.page.getByRole('textbox', { name: 'Name' }).fill(to);
    await this.page.getByRole('textbox', { name: 'Note' }).fill(note);
    await this.page.getByRole('button', { name: 'Save', exact: true }).click();
  }

  async delete(name: string): Promise<void> {
    await this.page.getByRole('button', { name: `Delete ${name}` }).click();
    await this.page.getByRole('button', { name: 'Delete', exact: true }).click();
  }

  async compare(...names: readonly string[]): Promise<void> {
    for (const name of names) {
      await this.page.getByRole('checkbox', { name: `Compare ${name}` }).press('Space');
    }
  }

  /** The file that the menu entry of a model saves. */
  async export(name: string, entry: string): Promise<string> {
    await this.page.getByRole('button', { name: `Export ${name}` }).click();
    const download = this.page.waitForEvent('download');
    await this.page.getByRole('menuitem', { name: entry }).click();
    return readFile(await (await download).path(), 'utf8');
  }
}
