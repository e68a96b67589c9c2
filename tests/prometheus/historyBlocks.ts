import { execFile } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { once } from 'node:events';
import { promisify } from 'node:util';

import { applicationMetric, nodeMetrics, type SimulatedMetric } from './metricLines';
import { HISTORY_MS, SAMPLE_MS, type SimulatedHost } from './simulatedHosts';

const WRITE_EVERY = 1 << 20;

/** Writes the hosts' history into `dataDir` as blocks of Prometheus' database. */
export async function writeHistory(hosts: readonly SimulatedHost[], dataDir: string): Promise<void> {
  const file = `${dataDir}.openmetrics`;
  await writeOpenMetrics(hosts, file);
  // promtool reads the whole file once per block: one long block takes seconds, its default of two hours minutes.
  await promisify(execFile)('promtool', [
    ...['tsdb', 'create-blocks-from', 'openmetrics', '--quiet'],
    ...['--max-block-duration=840h', file, dataDir],
  ]);
  await rm(file);
}

async function writeOpenMetrics(hosts: readonly SimulatedHost[], file: string): Promise<void> {
  const stream = createWriteStream(file);
  stream.write('# TYPE node_cpu_seconds counter\n');
  await writeRows(stream, hosts.flatMap(nodeMetrics), hosts[0].start);
  stream.write('# TYPE system_cpu_usage gauge\n');
  await writeRows(stream, hosts.slice(0, 1).map(applicationMetric), hosts[0].start);
  stream.end('# EOF\n');
  await once(stream, 'close');
}

async function writeRows(stream: NodeJS.WritableStream, metrics: readonly SimulatedMetric[], start: number) {
  let text = '';
  for (const { series, valueAt } of metrics) {
    for (let row = 0; row * SAMPLE_MS <= HISTORY_MS; row++) {
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
