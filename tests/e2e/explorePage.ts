import { readFile } from 'node:fs/promises';

import type { Locator, Page } from '@playwright/test';

import { AnomalyPanel } from './anomalyPanel';
import { EvaluationPanel } from './evaluationPanel';

const ADDRESS = '/a/foreband-anomaly-app/explore';

/** A file as a person would bring it. */
export interface BroughtFile {
  readonly name: string;
  readonly text: string;
}

/** The app's Explore page as a user meets it. */
export class ExplorePage {
  /** The chart, which is the anomaly panel's. */
  readonly chart: AnomalyPanel;
  /** The message in place of the chart while there is nothing to draw. */
  readonly message: Locator;
  /** The views of the evaluation, while they are shown. */
  readonly evaluation: EvaluationPanel;
  /** Both ways to read a file that leaves one open. */
  readonly fileQuestion: Locator;
  readonly settings: Locator;
  readonly source: Locator;

  constructor(
    private readonly page: Page,
    private readonly baseUrl: string,
  ) {
    this.chart = new AnomalyPanel(page, page.getByRole('region', { name: 'Chart' }));
    this.message = page.getByTestId('foreband explore message');
    this.evaluation = new EvaluationPanel(page.getByTestId('foreband explore evaluation'));
    this.fileQuestion = page.getByTestId('foreband file question');
    this.settings = page.getByTestId('foreband settings');
    this.source = page.getByTestId('foreband source');
  }

  /** Opens the page with these parameters in its address. */
  async open(params: Readonly<Record<string, string>> = {}): Promise<void> {
    await this.page.goto(`${this.baseUrl}${ADDRESS}?${new URLSearchParams(params).toString()}`);
  }

  /** A parameter of the address; null where it says nothing of it. */
  param(name: string): string | null {
    return new URL(this.page.url()).searchParams.get(name);
  }

  async chooseSource(label: string): Promise<void> {
    await this.source.getByRole('radio', { name: label }).press('Space');
  }

  /** Looks at another series of the source. */
  async chooseSeries(name: string): Promise<void> {
    await this.page.getByRole('combobox', { name: 'Series' }).click();
    await this.page.getByRole('option', { name, exact: true }).click();
  }

  /** Shows another view below the chart. */
  async showView(label: 'History' | 'Evaluation'): Promise<void> {
    await this.page.getByRole('tab', { name: label }).click();
  }

  /** Evaluates with anomalies planted in the series, whatever labels it has. */
  async plantAnomalies(): Promise<void> {
    const choice = this.page.getByRole('radiogroup', { name: 'Anomalies to find' });
    await choice.getByRole('radio', { name: 'Planted' }).press('Space');
    await this.page.waitForURL(/truth=planted/);
  }

  /** Drops a file from outside onto the page. */
  async drop({ name, text }: BroughtFile): Promise<void> {
    const transfer = await this.page.evaluateHandle(
      (file) => {
        const carried = new DataTransfer();
        carried.items.add(new File([file.text], file.name, { type: 'text/csv' }));
        return carried;
      },
      { name, text },
    );
    const target = this.page
      .getByRole('heading', { name: 'Explore' })
      .locator('xpath=ancestor::main')
      .locator('> div')
      .last();
    for (const type of ['dragover', 'drop']) {
      await target.dispatchEvent(type, { dataTransfer: transfer });
    }
  }

  /** Chooses a file by the computer's own dialog, opened by a button of this name. */
  async choose(button: string, { name, text }: BroughtFile): Promise<void> {
    const dialog = this.page.waitForEvent('filechooser');
    await this.page.getByText(button, { exact: true }).last().click();
    await (await dialog).setFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
  }

  /** Drags over a part of the chart, given as times, to exclude it. */
  async exclude(start: number, end: number, shown: { readonly from: number; readonly to: number }): Promise<void> {
    await this.page.getByRole('radio', { name: 'Exclude' }).press('Space');
    const share = (time: number) => (time - shown.from) / (shown.to - shown.from);
    await this.chart.zoom(share(start), share(end));
    await this.page.waitForURL(/exclude=/);
  }

  /** The model that the page saves. */
  async savedModel(): Promise<unknown> {
    const download = this.page.waitForEvent('download');
    await this.page.getByRole('button', { name: 'Save model' }).click();
    const saved: unknown = JSON.parse(await readFile(await (await download).path(), 'utf8'));
    if (typeof saved !== 'object' || saved === null || !('model' in saved)) {
      throw new Error('the saved file holds no model');
    }
    return saved.model;
  }

  /** The JSON of the panel that shows the same on a dashboard. */
  async panelJson(): Promise<Record<string, unknown>> {
    await this.page.getByRole('button', { name: 'Add to dashboard' }).click();
    const text = await this.page.getByRole('textbox', { name: 'Panel JSON' }).inputValue();
    await this.page.getByRole('button', { name: 'Close', exact: true }).click();
    const panel: Record<string, unknown> = JSON.parse(text) as Record<string, unknown>;
    return panel;
  }
}
