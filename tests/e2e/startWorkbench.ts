import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { answers, runProcess } from '../prometheus/runProcess';

/** A running workbench. */
export interface Workbench {
  /** Address of its start page, sub-path included, without a slash at the end. */
  readonly url: string;
  stop(): Promise<void>;
}

const root = join(__dirname, '../..');

function addressIn(output: string): string | undefined {
  const [, port, subPath] = /http:\/\/localhost:(\d+)(\S*?)\/?\s/.exec(output) ?? [];
  return port === undefined ? undefined : `http://127.0.0.1:${port}${subPath}`;
}

/** Serves what `npm run e2e` has built, on a free port and with a fresh state folder. */
export async function startWorkbench(prometheusUrl: string, args: readonly string[] = []): Promise<Workbench> {
  const state = await mkdtemp(join(tmpdir(), 'foreband-state-'));
  const set = process.env.FOREBAND_PACKAGE_SET;
  const running = await runProcess({
    command: process.execPath,
    args: [
      ...['workbench/start.mjs', '--no-build', '--port', '0', '--state', state],
      ...(set === undefined ? [] : ['--set', set]),
      ...args,
    ],
    cwd: root,
    env: { PROMETHEUS_URL: prometheusUrl },
    isReady: async (output) => {
      const address = addressIn(output);
      return address !== undefined && (await answers(`${address}/api/health`));
    },
  });
  return {
    url: addressIn(running.output()) ?? '',
    async stop() {
      await running.stop();
      await rm(state, { recursive: true, force: true });
    },
  };
}
