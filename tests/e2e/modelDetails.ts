import { expect, type Locator, type Page } from '@playwright/test';

import type { AnomalyPanel } from './anomalyPanel';

/** The panel's details of a model. */
export interface ShownModel {
  /** The same for the same model. */
  readonly fingerprint: string;
  /** Where it comes from: fitted live, or pinned. */
  readonly fitted: string;
}

/** The details of a panel, as a user opens them, with its list of models. */
export class ModelDetails {
  private readonly root: Locator;
  /** The list of the panel's series and their models. */
  readonly models: Locator;

  constructor(
    private readonly page: Page,
    private readonly panel: AnomalyPanel,
  ) {
    this.root = page.getByTestId('foreband details');
    this.models = this.root.getByTestId('foreband models');
  }

  async open(): Promise<void> {
    await this.panel.status.getByRole('button', { name: 'About this detection' }).click();
    await expect(this.root).toBeVisible();
  }

  async close(): Promise<void> {
    await this.page.keyboard.press('Escape');
    await expect(this.root).toHaveCount(0);
  }

  /** The details of the first series. Opens the details and closes them again. */
  async firstModel(): Promise<ShownModel> {
    await this.open();
    const detail = (name: string) => this.root.locator('dt', { hasText: new RegExp(`^${name}$`) }).first();
    const value = (name: string) => detail(name).locator('xpath=following-sibling::dd[1]').innerText();
    const shown = { fingerprint: await value('Model'), fitted: await value('Fitted') };
    await this.close();
    return shown;
  }
}
