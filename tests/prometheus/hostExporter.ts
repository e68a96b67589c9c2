import { createServer } from 'node:http';

import { applicationMetric, nodeMetrics, type SimulatedMetric } from './metricLines';
import { SAMPLE_MS, type SimulatedHost } from './simulatedHosts';

/** Serves what the hosts say at this moment, so that their history goes on; ends with `close`. */
export async function serveHosts(hosts: readonly SimulatedHost[], port: number): Promise<{ close(): Promise<void> }> {
  const cpu = hosts.flatMap(nodeMetrics);
  const usage = hosts.slice(0, 1).map(applicationMetric);
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
