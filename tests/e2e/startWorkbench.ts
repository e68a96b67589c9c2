import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { runProcess } from '../prometheus/runProcess';

/** A running workbench. */
export interface Workbench {
  /** Address of its start page, sub-path included, without a slash at the end. */
  readonly url: string;
  stop(): Promise<void>;
}

const root = join(__dirname, '../..');
const ADDRESS = /http:\/\/localhost:(\d+)(\S*?)\/?\s/;
const BUILD_TIMEOUT_MS = 8 * 60_000;

/** Starts `npm start`'s workbench on a free port with a fresh state folder; builds what is stale. */
export async function startWorkbench(prometheusUrl: string, args: readonly string[] = []): Promise<Workbench> {
  const state = await mkdtemp(join(tmpdir(), 'foreband-state-'));
  const set = process.env.FOREBAND_PACKAGE_SET;
  const running = await runProcess({
    command: process.execPath,
    args: ['workbench/start.mjs', '--port', '0', '--state', state, ...(set ? ['--set', set] : []), ...args],
    cwd: root,
    env: { PROMETHEUS_URL: prometheusUrl },
    isReady: (output) => Promise.resolve(ADDRESS.test(output)),
    timeoutMs: BUILD_TIMEOUT_MS,
  });
  const [, port, subPath] = ADDRESS.exec(running.output()) ?? [];
  return {
    url: `http://127.0.0.1:${port}${subPath}`,
    async stop() {
      await running.stop();
      await rm(state, { recursive: true, force: true });
    },
  };
}
