import { expect, type Locator, type Page } from '@playwright/test';

import { AnomalyPanel } from './anomalyPanel';
import { EvaluationPanel } from './evaluationPanel';
import { HistoryPanel } from './historyPanel';

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
    return new AnomalyPanel(this.page, this.frame(title));
  }

  /** The evaluation panel with this title. */
  evaluation(title: string): EvaluationPanel {
    return new EvaluationPanel(this.frame(title));
  }

  /** The history panel with this title. */
  history(title: string): HistoryPanel {
    return new HistoryPanel(this.page, this.frame(title));
  }

  /** The panel with this title, whatever it is. */
  frame(title: string): Locator {
    return this.page.getByTestId(new RegExp(`Panel header ${title}$`));
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

  /** Leaves the panel editor for the dashboard. */
  async leaveEditor(): Promise<void> {
    await this.page.getByRole('button', { name: /Back to dashboard|Close editor/ }).click();
    await this.page.getByRole('heading', { name: 'Edit panel' }).waitFor({ state: 'detached' });
  }

  /** Saves what was changed in edit mode or in the panel editor. */
  async save(): Promise<void> {
    const answer = this.page.waitForResponse((response) => response.url().endsWith('/api/dashboards/db'));
    await this.page.getByRole('button', { name: 'Save dashboard' }).click();
    expect((await answer).ok()).toBe(true);
  }

  /** Writes an expression into the first query's PromQL field and runs it with the keyboard. */
  async runPromql(expr: string): Promise<void> {
    const field = this.page.getByRole('textbox', { name: 'PromQL' });
    await field.fill(expr);
    await field.press('Control+Enter');
  }
}
