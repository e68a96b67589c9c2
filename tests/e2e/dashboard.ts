import type { Page } from '@playwright/test';

import { AnomalyPanel } from './anomalyPanel';

/** A dashboard with its controls, as a user meets it. */
export class Dashboard {
  constructor(
    private readonly page: Page,
    private readonly baseUrl: string,
  ) {}

  /** Opens `/d/<uid>`, in a time range other than its own if one is given. */
  async open(uid: string, range?: { readonly from: string; readonly to: string }): Promise<void> {
    const query = range === undefined ? '' : `?${new URLSearchParams(range).toString()}`;
    await this.page.goto(`${this.baseUrl}/d/${uid}${query}`);
  }

  /** The anomaly panel with this title. */
  panel(title: string): AnomalyPanel {
    return new AnomalyPanel(this.page, this.page.getByTestId(new RegExp(`Panel header ${title}$`)));
  }

  async refresh(): Promise<void> {
    await this.page.getByRole('button', { name: 'Refresh', exact: true }).click();
  }

  /** Goes the way of the mouse to a panel's editor: edit mode, the panel's menu, Edit. */
  async editPanel(title: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Edit', exact: true }).click();
    await this.page.getByRole('heading', { name: title, exact: true }).hover();
    // Grafana 11.6 says "Menu for panel with title …".
    await this.page.getByRole('button', { name: new RegExp(`^Menu for panel (with title )?${title}$`) }).click();
    await this.page.getByRole('menuitem', { name: 'Edit' }).click();
    await this.page.getByRole('heading', { name: 'Edit panel' }).waitFor();
  }

  /** Writes an expression into the first query's PromQL field and runs it with the keyboard. */
  async runPromql(expr: string): Promise<void> {
    const field = this.page.getByRole('textbox', { name: 'PromQL' });
    await field.fill(expr);
    await field.press('Control+Enter');
  }
}
