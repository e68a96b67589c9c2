import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { freePort } from './freePort';
import { serveHosts } from './hostExporter';
import { writeHistory } from './historyBlocks';
import { plantedAnomalies, type PlantedAnomaly } from './plantedAnomaly';
import { createPrometheus, type PrometheusServer } from './prometheusServer';
import { answers, runProcess } from './runProcess';
import { createHosts, SAMPLE_MS } from './simulatedHosts';

/** A planted anomaly at its time of day. */
export interface KnownAnomaly extends PlantedAnomaly {
  /** First displaced moment, epoch ms. */
  readonly start: number;
  /** First normal moment after it, epoch ms. */
  readonly end: number;
}

/** A Prometheus with 35 days of history that goes on, and what is hidden in it. */
export interface PrometheusFixture extends PrometheusServer {
  /** Last moment of the written history, epoch ms; later samples come from scrapes. */
  readonly historyEnd: number;
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
export async function startPrometheus(port?: number): Promise<PrometheusFixture> {
  const folder = await mkdtemp(join(tmpdir(), 'foreband-prometheus-'));
  const historyEnd = Math.floor(Date.now() / SAMPLE_MS) * SAMPLE_MS;
  const hosts = createHosts(historyEnd);
  const dataDir = join(folder, 'data');
  await writeHistory(hosts, dataDir);

  const [exporterPort, nodePort] = [await freePort(), await freePort()];
  const exporter = await serveHosts(hosts, exporterPort);
  const node = await startNodeExporter(nodePort);
  const prometheus = await createPrometheus({
    dataDir,
    port: port ?? (await freePort()),
    targets: { simulated: `127.0.0.1:${exporterPort}`, node: `127.0.0.1:${nodePort}` },
  });
  await prometheus.start();

  const anomalies = plantedAnomalies.map((planted) => ({
    ...planted,
    start: historyEnd - planted.startBeforeEndMs,
    end: historyEnd - planted.endBeforeEndMs,
  }));
  return {
    ...prometheus,
    historyEnd,
    anomalies,
    displace: exporter.displace,
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
