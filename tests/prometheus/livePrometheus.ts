import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { freePort } from './freePort';
import { writeHistory } from './historyBlocks';
import { serveHosts } from './hostExporter';
import { anomaliesBefore, type KnownAnomaly } from './knownAnomalies';
import { createPrometheus, type PrometheusServer } from './prometheusServer';
import { answers, runProcess } from './runProcess';
import { createHosts, SAMPLE_MS } from './simulatedHosts';

/** A Prometheus whose five weeks of history end now and go on by scrapes, and what is hidden in them. */
export interface LivePrometheus extends PrometheusServer {
  readonly anomalies: readonly KnownAnomaly[];
  /** From now on `system_cpu_usage` reads this much more (a fraction, 0 to 1) than it is; 0 ends that. */
  displace(usage: number): void;
  /** Ends every process and deletes the data. */
  close(): Promise<void>;
}

/**
 * Starts Prometheus (on `port`, or a free one) with five weeks of simulated hosts, which are scraped from then on like
 * the live node exporter beside them. Takes about ten seconds.
 */
export async function startLivePrometheus(port?: number): Promise<LivePrometheus> {
  const folder = await mkdtemp(join(tmpdir(), 'foreband-prometheus-'));
  const now = Math.floor(Date.now() / SAMPLE_MS) * SAMPLE_MS;
  const hosts = createHosts(now);
  const dataDir = join(folder, 'data');
  await writeHistory(hosts, now, dataDir);

  const [exporterPort, nodePort] = [await freePort(), await freePort()];
  const exporter = await serveHosts(hosts, exporterPort);
  const node = await startNodeExporter(nodePort);
  const prometheus = await createPrometheus({
    dataDir,
    port: port ?? (await freePort()),
    targets: { simulated: `127.0.0.1:${exporterPort}`, node: `127.0.0.1:${nodePort}` },
  });
  await prometheus.start();
  return {
    ...prometheus,
    anomalies: anomaliesBefore(now),
    displace: (usage) => exporter.displace(usage),
    async close() {
      await prometheus.stop();
      await node.stop();
      await exporter.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function startNodeExporter(port: number) {
  const address = `127.0.0.1:${port}`;
  return runProcess({
    command: 'prometheus-node-exporter',
    args: [`--web.listen-address=${address}`, '--collector.disable-defaults', '--collector.cpu', '--collector.loadavg'],
    isReady: () => answers(`http://${address}/metrics`),
  });
}
