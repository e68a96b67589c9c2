import { writeFile } from 'node:fs/promises';

import { answers, runProcess, type RunningProcess } from './runProcess';

/** Where a Prometheus keeps its data, where it listens, and what it scrapes. */
interface PrometheusPlace {
  readonly dataDir: string;
  readonly port: number;
  /** Address of each scrape target by job. */
  readonly targets: Readonly<Record<string, string>>;
}

/** A real Prometheus that can be stopped and started again on the same port and data. */
export interface PrometheusServer {
  readonly url: string;
  start(): Promise<void>;
  stop(): Promise<void>;
}

const SCRAPE_INTERVAL = '15s';

export async function createPrometheus({ dataDir, port, targets }: PrometheusPlace): Promise<PrometheusServer> {
  const config = `${dataDir}.yml`;
  await writeFile(config, configText(targets));
  const url = `http://127.0.0.1:${port}`;
  let running: RunningProcess | undefined;
  return {
    url,
    async start() {
      if (running === undefined && (await answers(`${url}/-/healthy`))) {
        throw new Error(`port ${port} is taken by another Prometheus: end that one, or choose another port`);
      }
      running ??= await runProcess({
        command: 'prometheus',
        args: [
          `--config.file=${config}`,
          `--storage.tsdb.path=${dataDir}`,
          // Blocks older than the retention time are deleted, the default being 15 days.
          '--storage.tsdb.retention.time=90d',
          `--web.listen-address=127.0.0.1:${port}`,
          '--log.level=warn',
        ],
        isReady: () => answers(`${url}/-/ready`),
      });
    },
    async stop() {
      await running?.stop();
      running = undefined;
    },
  };
}

function configText(targets: Readonly<Record<string, string>>): string {
  const jobs = Object.entries(targets).map(
    ([job, target]) =>
      `  - job_name: ${job}\n    honor_labels: true\n    static_configs:\n      - targets: ['${target}']\n`,
  );
  return `global:\n  scrape_interval: ${SCRAPE_INTERVAL}\nscrape_configs:\n${jobs.join('')}`;
}
