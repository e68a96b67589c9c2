import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { freePort } from './freePort';
import { anomaliesBefore, type KnownAnomaly } from './knownAnomalies';
import { createPrometheus, type PrometheusServer } from './prometheusServer';
import { RECORDED_NOW } from './recordedNow';

/** A Prometheus with five weeks of simulated hosts, the same in every run, and what is hidden in them. */
export interface RecordedPrometheus extends PrometheusServer {
  /** The moment at which the tests take place, epoch ms. */
  readonly now: number;
  readonly anomalies: readonly KnownAnomaly[];
  /** Ends every process and deletes the data. */
  close(): Promise<void>;
}

const HISTORY = join(__dirname, '../../build/history');

/** Starts a Prometheus on a copy of the history that `npm run build:history` wrote; it scrapes nothing. */
export async function startRecordedPrometheus(): Promise<RecordedPrometheus> {
  const folder = await mkdtemp(join(tmpdir(), 'foreband-prometheus-'));
  const dataDir = join(folder, 'data');
  await cp(HISTORY, dataDir, { recursive: true });
  const prometheus = await createPrometheus({ dataDir, port: await freePort(), targets: {} });
  await prometheus.start();
  return {
    ...prometheus,
    now: RECORDED_NOW,
    anomalies: anomaliesBefore(RECORDED_NOW),
    async close() {
      await prometheus.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
