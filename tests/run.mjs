/*
 * `npm run e2e`: the browser tests, on a Prometheus and a workbench of their own.
 *   npm run e2e -- outage           files or titles, and every other argument of Playwright
 *   npm run e2e -- --set oldest     a smoke test on another set of Grafana's packages, installed on demand
 *   npm run e2e -- --pictures       draws the pictures in docs/img anew
 */
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const playwright = join(dirname(createRequire(import.meta.url).resolve('@playwright/test/package.json')), 'cli.js');

function parseArguments([argument, ...rest]) {
  if (argument === '--set') {
    const [set, ...others] = rest;
    return { env: { FOREBAND_PACKAGE_SET: set }, args: ['--grep', '@smoke', ...others] };
  }
  return argument === '--pictures'
    ? { env: { FOREBAND_PICTURES: 'yes' }, args: ['--grep', '@pictures', ...rest] }
    : { env: {}, args: argument === undefined ? [] : [argument, ...rest] };
}

/** Ends with the status of the command when it fails. */
function run(command, args, options) {
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options });
  if (status !== 0) {
    process.exit(status ?? 1);
  }
}

const { env, args } = parseArguments(process.argv.slice(2));
const shell = process.platform === 'win32';
run('npm', ['run', '--silent', env.FOREBAND_PACKAGE_SET === undefined ? 'build:e2e' : 'build:e2e:oldest'], { shell });
// The tests read our packages' sources, as everything here does, so that what they simulate is never an older build.
const conditions = `${process.env.NODE_OPTIONS ?? ''} --conditions=foreband-source`.trim();
run(process.execPath, [playwright, 'test', '--config', 'tests/playwright.config.ts', ...args], {
  env: { ...process.env, NODE_OPTIONS: conditions, ...env },
});
