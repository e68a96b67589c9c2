import type { Locator } from '@playwright/test';

/** How many events were found and missed, and how many alarms were false. */
export interface CountedOutcomes {
  readonly found: number;
  readonly missed: number;
  readonly wrong: number;
}

/** The evaluation panel as a user meets it. */
export class EvaluationPanel {
  readonly root: Locator;
  /** The line with the threshold that is shown, its outcome and the suggestion. */
  readonly bar: Locator;
  /** The threshold over the curves of the sweep. */
  readonly slider: Locator;
  /** How far an evaluation is, while one runs. */
  readonly progress: Locator;
  /** The message in place of views. */
  readonly message: Locator;

  constructor(private readonly frame: Locator) {
    this.root = frame.getByTestId('foreband evaluation panel');
    this.bar = frame.getByTestId('foreband threshold');
    this.slider = frame.getByRole('slider', { name: 'Threshold multiplier to try' });
    this.progress = frame.getByTestId('foreband progress');
    this.message = frame.getByTestId('foreband state message');
  }

  /** Waits until the detector is evaluated. */
  async evaluated(): Promise<void> {
    await this.bar.getByText(/\d+ found, \d+ missed, \d+ false/).waitFor();
  }

  async outcomes(): Promise<CountedOutcomes> {
    await this.evaluated();
    const text = (await this.bar.textContent()) ?? '';
    const [, found, missed, wrong] = /(\d+) found, (\d+) missed, (\d+) false/.exec(text) ?? [];
    return { found: Number(found), missed: Number(missed), wrong: Number(wrong) };
  }

  /** Takes the threshold over that is being tried, or else suggested; gives it as it is written. */
  async use(): Promise<string> {
    const button = this.bar.getByRole('button', { name: /^Use this threshold/ });
    const name = (await button.textContent()) ?? '';
    await button.click();
    return name.replace(/^.*: /, '');
  }

  view(title: string): Locator {
    return this.frame.getByRole('region', { name: title, exact: true });
  }
}
