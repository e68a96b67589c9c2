import { expect, test as base, type Page } from '@playwright/test';

import { startLivePrometheus, type LivePrometheus } from '../prometheus/livePrometheus';
import { startRecordedPrometheus, type RecordedPrometheus } from '../prometheus/recordedPrometheus';
import { startWorkbench, type Workbench } from './startWorkbench';

interface Servers {
  readonly prometheus: RecordedPrometheus;
  readonly workbench: Workbench;
}

interface Fixtures {
  /** Whether the page's content security policy is meant to refuse something in this test. */
  readonly isPolicyStrict: boolean;
  /** Whether the page's clock shows the real time, not that of the recorded history. */
  readonly isClockReal: boolean;
  /** Opens a page in a browser of somebody else, whose clock starts at a moment: now, unless told otherwise. */
  readonly openElsewhere: (time?: number) => Promise<Page>;
  readonly livePrometheus: LivePrometheus;
  /** A workbench that reads from the live Prometheus. */
  readonly liveWorkbench: Workbench;
}

const START_TIMEOUT_MS = 5 * 60_000;

/** Notes what a page does wrong: errors that nobody caught, and breaches of its policy unless they are meant. */
function watch(page: Page, isPolicyStrict: boolean): readonly string[] {
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(`uncaught: ${error.message}`));
  page.on('console', (message) => {
    if (!isPolicyStrict && message.text().includes('Content Security Policy')) {
      problems.push(message.text());
    }
  });
  return problems;
}

/**
 * Playwright's test with a real Prometheus and a workbench that reads from it, at the moment up to which it has
 * recorded. No page may err or break its policy.
 */
export const test = base.extend<Fixtures, Servers>({
  isPolicyStrict: [false, { option: true }],
  isClockReal: [false, { option: true }],

  prometheus: [
    async ({}, use) => {
      const prometheus = await startRecordedPrometheus();
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

  livePrometheus: [
    async ({}, use) => {
      const prometheus = await startLivePrometheus();
      await use(prometheus);
      await prometheus.close();
    },
    { timeout: START_TIMEOUT_MS },
  ],

  liveWorkbench: [
    async ({ livePrometheus }, use) => {
      const workbench = await startWorkbench(livePrometheus.url);
      await use(workbench);
      await workbench.stop();
    },
    { timeout: START_TIMEOUT_MS },
  ],

  context: async ({ context, prometheus, isClockReal }, use) => {
    if (!isClockReal) {
      await context.clock.install({ time: prometheus.now });
    }
    await use(context);
  },

  page: async ({ page, isPolicyStrict }, use) => {
    const problems = watch(page, isPolicyStrict);
    await use(page);
    expect(problems).toEqual([]);
  },

  openElsewhere: async ({ browser, prometheus, isPolicyStrict }, use) => {
    const opened: { readonly page: Page; readonly problems: readonly string[] }[] = [];
    await use(async (time = prometheus.now) => {
      const context = await browser.newContext();
      await context.clock.install({ time });
      const page = await context.newPage();
      opened.push({ page, problems: watch(page, isPolicyStrict) });
      return page;
    });
    await Promise.all(opened.map(({ page }) => page.context().close()));
    expect(opened.flatMap(({ problems }) => problems)).toEqual([]);
  },
});

export { expect } from '@playwright/test';
