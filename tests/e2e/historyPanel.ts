import type { Locator, Page } from '@playwright/test';

/** The history panel as a user meets it. */
export class HistoryPanel {
  readonly root: Locator;
  /** The selection, while there is one. */
  readonly selection: Locator;

  constructor(
    private readonly page: Page,
    frame: Locator,
  ) {
    this.root = frame.getByTestId('foreband history panel');
    this.selection = this.root.getByTestId('foreband selection');
  }

  view(title: string): Locator {
    return this.root.getByRole('region', { name: title, exact: true });
  }

  /** Standard deviation of the model's noise, in per cent, as the trend says it. */
  async noise(): Promise<number> {
    const text = await this.view('Trend')
      .getByText(/noise ± /)
      .textContent();
    return Number.parseFloat(text?.replace('noise ± ', '') ?? '');
  }

  /** A figure of the statistics: of all samples, or of those selected. */
  async statistic(name: string, column: 'All' | 'Selected'): Promise<string> {
    const row = this.view('Statistics')
      .getByRole('row')
      .filter({ has: this.page.getByRole('rowheader', { name, exact: true }) });
    return (
      (await row
        .getByRole('cell')
        .nth(column === 'All' ? 0 : 1)
        .textContent()) ?? ''
    );
  }

  /** Drags over a part of what a view selects by, given as shares of its width (and of its height, downwards). */
  async drag(slider: string, from: readonly [number, number], to: readonly [number, number]): Promise<void> {
    const layer = this.root.getByRole('slider', { name: slider, exact: true });
    await layer.scrollIntoViewIfNeeded();
    const box = await layer.boundingBox();
    if (box === null) {
      throw new Error(`"${slider}" is not visible`);
    }
    const at = ([x, y]: readonly [number, number]) => [box.x + x * box.width, box.y + y * box.height] as const;
    await this.page.mouse.move(...at(from));
    await this.page.mouse.down();
    await this.page.mouse.move(...at(to), { steps: 8 });
    await this.page.mouse.up();
  }
}
