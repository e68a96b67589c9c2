import { expect, type Locator, type Page } from '@playwright/test';

/** One row of the table that the panel keeps for screen readers. */
export interface ListedAnomaly {
  /** As the dashboard writes it (UTC): `2026-01-05 10:00:00`, or `… to 10:30`. */
  readonly time: string;
  /** First anomalous moment, epoch ms. */
  readonly start: number;
  /** Last anomalous moment, epoch ms. */
  readonly end: number;
  readonly series: string;
  readonly severity: string;
  readonly direction: string;
  readonly worstValue: string;
  readonly expected: string;
  readonly score: number;
}

/** The anomaly panel as a user meets it. */
export class AnomalyPanel {
  readonly root: Locator;
  /** The line above the chart: counts, badge, remarks. */
  readonly status: Locator;
  /** The button that says how the series are doing. */
  readonly watch: Locator;
  /** The message in place of a chart. */
  readonly message: Locator;
  /** Shown while the samples are generated. */
  readonly simulationBadge: Locator;
  /** The tooltip of a point while it is hovered. */
  readonly tooltip: Locator;
  /** The whole panel with its title bar, notices included. */
  readonly notices: Locator;
  /** A threshold that an evaluation panel offers, while there is one. */
  readonly offer: Locator;
  /** The caption of the table for screen readers; it is there once something is drawn. */
  private readonly summary: Locator;

  constructor(
    private readonly page: Page,
    frame: Locator,
  ) {
    this.notices = frame;
    this.root = frame.getByTestId('foreband anomaly panel');
    this.status = this.root.getByTestId('foreband status');
    this.watch = this.status.getByTestId('foreband watch');
    this.message = this.root.getByTestId('foreband state message');
    this.simulationBadge = this.status.getByText('Simulated data', { exact: true });
    this.tooltip = page.locator('[data-floating-ui-portal], #grafana-portal-container').first();
    this.offer = frame.getByTestId('foreband threshold offer');
    this.summary = this.root.getByTestId('foreband anomaly summary');
  }

  /** Waits until the series are scored, and lists their anomalies, newest first. */
  async anomalies(): Promise<readonly ListedAnomaly[]> {
    await this.scored();
    // All at once: the table may be drawn anew at any moment.
    const rows = await this.summary.evaluate((summary) =>
      Array.from(summary.querySelectorAll('tbody tr'), (row) =>
        Array.from(row.querySelectorAll('td'), (cell) => cell.textContent ?? ''),
      ),
    );
    return rows.map(parseRow);
  }

  /** Waits until a verdict stands above the chart. */
  async scored(): Promise<void> {
    await this.status
      .getByText(/No anomalies|\d+\s*(critical|high|medium|low)/)
      .first()
      .waitFor();
    // The table follows the drawing once nothing has changed for a moment.
    await this.root
      .locator('[data-testid="foreband anomaly summary"][aria-busy="false"]')
      .waitFor({ state: 'attached' });
  }

  /** Number of anomalies as the summary says it, `-1` while there is none. */
  async count(): Promise<number> {
    const caption = await this.summary.locator('caption').textContent();
    return Number.parseInt(caption ?? '-1', 10);
  }

  /** The tooltip's text at shares of the chart's width, in their order. */
  async forecasts(...shares: readonly number[]): Promise<readonly string[]> {
    const texts: string[] = [];
    for (const share of shares) {
      await this.page.mouse.move(0, 0);
      await expect(this.tooltip).not.toContainText('Expected');
      await this.hover(share);
      await expect(this.tooltip).toContainText('Expected');
      texts.push((await this.tooltip.textContent()) ?? '');
    }
    return texts;
  }

  /** How many pixels of the chart have been drawn on. */
  inkedPixels(): Promise<number> {
    return this.root
      .locator('canvas')
      .first()
      .evaluate((canvas) => {
        if (!(canvas instanceof HTMLCanvasElement)) {
          return 0;
        }
        const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
        return pixels.filter((value, index) => index % 4 === 3 && value > 0).length;
      });
  }

  /** Shows one series alone, by a click on its name in the legend. */
  async isolate(name: string): Promise<void> {
    await this.root.getByRole('button').filter({ hasText: name }).click();
  }

  /** Rests the mouse over the chart, at a share of its width. */
  async hover(at: number): Promise<void> {
    const box = await this.chartBox();
    await this.page.mouse.move(box.x + at * box.width - 5, box.y + box.height / 2);
    await this.page.mouse.move(box.x + at * box.width, box.y + box.height / 2, { steps: 3 });
  }

  /** Drags over a part of the chart, given as shares of its width, to zoom in. */
  async zoom(from: number, to: number): Promise<void> {
    const box = await this.chartBox();
    const y = box.y + box.height / 2;
    await this.page.mouse.move(box.x + from * box.width, y);
    await this.page.mouse.down();
    await this.page.mouse.move(box.x + to * box.width, y, { steps: 8 });
    await this.page.mouse.up();
  }

  private async chartBox() {
    const box = await this.root.locator('.u-over').boundingBox();
    if (box === null) {
      throw new Error('the chart is not visible');
    }
    return box;
  }
}

function parseRow(cells: readonly string[]): ListedAnomaly {
  const [time, series, severity, direction, worstValue, expected, score] = cells;
  const [start, end = start] = time.split(' to ');
  const day = start.slice(0, 'YYYY-MM-DD'.length);
  return {
    time,
    start: parseUtc(start),
    end: parseUtc(end.includes('-') ? end : `${day} ${end}`),
    series,
    severity,
    direction,
    worstValue,
    expected,
    score: Number(score),
  };
}

const parseUtc = (text: string): number => Date.parse(`${text.replace(' ', 'T')}Z`);
