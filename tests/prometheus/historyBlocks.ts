import { execFile } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { once } from 'node:events';
import { promisify } from 'node:util';

import type { TimeSpan } from 'foreband-detector';

import { applicationMetric, nodeMetrics, type SimulatedMetric } from './metricLines';
import { SAMPLE_MS, type SimulatedHost } from './simulatedHosts';

const WRITE_EVERY = 1 << 20;

/** Writes the hosts' history up to `end` (epoch ms) into `dataDir` as blocks of Prometheus' database. */
export async function writeHistory(hosts: readonly SimulatedHost[], end: number, dataDir: string): Promise<void> {
  const file = `${dataDir}.openmetrics`;
  await writeOpenMetrics(hosts, end, file);
  // promtool reads the whole file once per block: one long block takes seconds, its default of two hours minutes.
  await promisify(execFile)('promtool', [
    ...['tsdb', 'create-blocks-from', 'openmetrics', '--quiet'],
    ...['--max-block-duration=840h', file, dataDir],
  ]);
  await rm(file);
}

async function writeOpenMetrics(hosts: readonly SimulatedHost[], end: number, file: string): Promise<void> {
  const { start } = hosts[0];
  const stream = createWriteStream(file);
  stream.write('# TYPE node_cpu_seconds counter\n');
  await writeRows(stream, hosts.flatMap(nodeMetrics), { start, end });
  stream.write('# TYPE system_cpu_usage gauge\n');
  await writeRows(stream, hosts.slice(0, 1).map(applicationMetric), { start, end });
  stream.end('# EOF\n');
  await once(stream, 'close');
}

async function writeRows(stream: NodeJS.WritableStream, metrics: readonly SimulatedMetric[], { start, end }: TimeSpan) {
  let text = '';
  for (const { series, valueAt } of metrics) {
    for (let row = 0; start + row * SAMPLE_MS <= end; row++) {
      text += `${series} ${valueAt(row).toFixed(4)} ${(start + row * SAMPLE_MS) / 1000}\n`;
      if (text.length > WRITE_EVERY) {
        await written(stream, text);
        text = '';
      }
    }
  }
  await written(stream, text);
}

const written = (stream: NodeJS.WritableStream, text: string) =>
  new Promise<void>((resolve, reject) => {
    stream.write(text, (error) => (error ? reject(error) : resolve()));
  });
