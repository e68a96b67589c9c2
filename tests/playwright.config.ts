import { defineConfig } from '@playwright/test';

const MINUTE_MS = 60_000;

export default defineConfig({
  testDir: 'e2e',
  // Pictures are drawn on demand: they would change with every run.
  grepInvert: process.env.FOREBAND_PICTURES === undefined ? /@pictures/ : undefined,
  outputDir: '../test-results',
  // Each worker has a Prometheus and a workbench of its own, so its tests may stop and start them.
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  // A busy machine is no failure.
  timeout: 5 * MINUTE_MS,
  expect: { timeout: MINUTE_MS },
  reporter: [['list']],
  use: {
    browserName: 'chromium',
    viewport: { width: 1400, height: 900 },
    timezoneId: 'UTC',
    locale: 'en-US',
    screenshot: 'only-on-failure',
    // Recording every step doubles the time of a run: `npm run e2e -- --trace on` where one is wanted.
    trace: 'off',
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
