import { createServer } from 'node:http';

import { metricsOf, sampleText, type SimulatedMetric } from './metricLines';
import { SAMPLE_MS, type SimulatedHost } from './simulatedHosts';

/** Hosts that answer scrapes. */
export interface HostExporter {
  /** From now on the application's usage reads this much more than it is; 0 ends that. */
  displace(usage: number): void;
  close(): Promise<void>;
}

/** Serves what the hosts say at this moment, so that their history goes on; ends with `close`. */
export async function serveHosts(
  hosts: readonly SimulatedHost[],
  port: number,
  address = '127.0.0.1',
): Promise<HostExporter> {
  let displacement = 0;
  const families = metricsOf(hosts).map((metrics) =>
    metrics.map((metric) =>
      metric.family.name === 'system_cpu_usage'
        ? { ...metric, valueAt: (row: number) => metric.valueAt(row) + displacement }
        : metric,
    ),
  );
  const server = createServer((_request, response) => {
    const row = (Date.now() - hosts[0].start) / SAMPLE_MS;
    response.setHeader('Content-Type', 'text/plain; version=0.0.4');
    response.end(families.map((metrics) => exposition(metrics, row)).join(''));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, address, resolve);
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

function exposition(metrics: readonly SimulatedMetric[], row: number): string {
  const [{ family }] = metrics;
  // The text format, unlike OpenMetrics, names a counter as its lines are named.
  const name = family.type === 'counter' ? `${family.name}_total` : family.name;
  const lines = metrics.map(({ series, valueAt }) => `${series} ${sampleText(valueAt(row))}\n`);
  return `# TYPE ${name} ${family.type}\n${lines.join('')}`;
}
