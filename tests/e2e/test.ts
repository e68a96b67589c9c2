import { test as base } from '@playwright/test';

import { startPrometheus, type PrometheusFixture } from '../prometheus/startPrometheus';
import { startWorkbench, type Workbench } from './startWorkbench';

interface Servers {
  readonly prometheus: PrometheusFixture;
  readonly workbench: Workbench;
}

const START_TIMEOUT_MS = 10 * 60_000;

/** Playwright's test with a real Prometheus and a workbench that reads from it. */
export const test = base.extend<object, Servers>({
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
});

export { expect } from '@playwright/test';
