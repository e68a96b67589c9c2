import { createServer } from 'node:http';

import { applicationMetric, nodeMetrics, type SimulatedMetric } from './metricLines';
import { SAMPLE_MS, type SimulatedHost } from './simulatedHosts';

/** Hosts that answer scrapes. */
export interface HostExporter {
  /** From now on the application's usage reads this much more than it is; 0 ends that. */
  displace(usage: number): void;
  close(): Promise<void>;
}

/** Serves what the hosts say at this moment, so that their history goes on; ends with `close`. */
export async function serveHosts(hosts: readonly SimulatedHost[], port: number): Promise<HostExporter> {
  let displacement = 0;
  const cpu = hosts.flatMap(nodeMetrics);
  const usage = hosts.slice(0, 1).map((host): SimulatedMetric => {
    const metric = applicationMetric(host);
    return { ...metric, valueAt: (row) => metric.valueAt(row) + displacement };
  });
  const server = createServer((_request, response) => {
    const row = (Date.now() - hosts[0].start) / SAMPLE_MS;
    response.setHeader('Content-Type', 'text/plain; version=0.0.4');
    response.end(`${exposition('counter', cpu, row)}${exposition('gauge', usage, row)}`);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    displace: (next) => {
      displacement = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function exposition(type: string, metrics: readonly SimulatedMetric[], row: number): string {
  const name = metrics[0].series.replace(/\{.*/, '');
  const lines = metrics.map(({ series, valueAt }) => `${series} ${valueAt(row).toFixed(4)}\n`);
  return `# TYPE ${name} ${type}\n${lines.join('')}`;
}
