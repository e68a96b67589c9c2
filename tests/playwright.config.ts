import { defineConfig } from '@playwright/test';

const MINUTE_MS = 60_000;

export default defineConfig({
  testDir: 'e2e',
  // Pictures are drawn on demand: they would change with every run.
  grepInvert: process.env.FOREBAND_PICTURES === undefined ? /@pictures/ : undefined,
  outputDir: '../test-results',
  // One Prometheus and one workbench serve all tests, which also stop and start them.
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  timeout: 2 * MINUTE_MS,
  expect: { timeout: 30_000 },
  reporter: [['list']],
  use: {
    browserName: 'chromium',
    viewport: { width: 1400, height: 900 },
    timezoneId: 'UTC',
    locale: 'en-US',
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
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
