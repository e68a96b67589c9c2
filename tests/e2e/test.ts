import { expect, test as base } from '@playwright/test';

import { startPrometheus, type PrometheusFixture } from '../prometheus/startPrometheus';
import { startWorkbench, type Workbench } from './startWorkbench';

interface Servers {
  readonly prometheus: PrometheusFixture;
  readonly workbench: Workbench;
}

interface Options {
  /** Whether the page's content security policy is meant to refuse something in this test. */
  readonly isPolicyStrict: boolean;
}

const START_TIMEOUT_MS = 10 * 60_000;

/** Playwright's test with a real Prometheus and a workbench that reads from it. No page may err or break its policy. */
export const test = base.extend<Options, Servers>({
  isPolicyStrict: [false, { option: true }],

  prometheus: [
    async ({}, use) => {
      const prometheus = await startPrometheus();
      await use(prometheus);
      await prometheus.close();
    },
    { scope: 'worker', timeout: START_TIMEOUT_MS },
  ],

  workbench: [
    async ({ prometheus }, use) => {
      const workbench = await startWorkbench(prometheus.url);
      await use(workbench);
      await workbench.stop();
    },
    { scope: 'worker', timeout: START_TIMEOUT_MS },
  ],

  page: async ({ page, isPolicyStrict }, use) => {
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(`uncaught: ${error.message}`));
    page.on('console', (message) => {
      if (!isPolicyStrict && message.text().includes('Content Security Policy')) {
        problems.push(message.text());
      }
    });
    await use(page);
    expect(problems).toEqual([]);
  },
});

export { expect } from '@playwright/test';
