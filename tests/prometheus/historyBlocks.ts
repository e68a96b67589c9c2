import { execFile } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { once } from 'node:events';
import { promisify } from 'node:util';

import type { TimeSpan } from 'foreband-detector';

import { metricsOf, sampleText, type SimulatedMetric } from './metricLines';
import { SAMPLE_MS, type SimulatedHost } from './simulatedHosts';

const WRITE_EVERY = 1 << 20;

/** Writes the hosts' history up to `end` (epoch ms) into `dataDir` as blocks of Prometheus' database. */
export async function writeHistory(hosts: readonly SimulatedHost[], end: number, dataDir: string): Promise<void> {
  const file = `${dataDir}.openmetrics`;
  await writeOpenMetrics(hosts, end, file);
  // promtool reads the whole file once per block: one long block takes seconds, its default of two hours minutes.
  await promisify(execFile)('promtool', [
    ...['tsdb', 'create-blocks-from', 'openmetrics', '--quiet'],
    ...['--max-block-duration=1680h', file, dataDir],
  ]);
  await rm(file);
}

/** Writes the hosts' history up to `end` (epoch ms) as one file in the form of OpenMetrics. */
export async function writeOpenMetrics(hosts: readonly SimulatedHost[], end: number, file: string): Promise<void> {
  const { start } = hosts[0];
  const stream = createWriteStream(file);
  for (const metrics of metricsOf(hosts)) {
    const [{ family }] = metrics;
    stream.write(`# TYPE ${family.name} ${family.type}\n`);
    await writeRows(stream, metrics, { start, end });
  }
  stream.end('# EOF\n');
  await once(stream, 'close');
}

async function writeRows(stream: NodeJS.WritableStream, metrics: readonly SimulatedMetric[], { start, end }: TimeSpan) {
  let text = '';
  for (const { series, valueAt } of metrics) {
    for (let row = 0; start + row * SAMPLE_MS <= end; row++) {
      text += `${series} ${sampleText(valueAt(row))} ${(start + row * SAMPLE_MS) / 1000}\n`;
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
