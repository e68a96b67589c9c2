/*
 * The invented hosts of docker-compose.yaml, bundled into one file for plain Node:
 *   node composeHosts.js history DIR    writes their last 60 days to DIR/history.openmetrics, once
 *   node composeHosts.js serve DIR      goes on from there, as an exporter on port 9101
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { writeOpenMetrics } from './historyBlocks';
import { serveHosts } from './hostExporter';
import { createHosts, SAMPLE_MS, type SimulatedHost } from './simulatedHosts';

const PORT = 9101;
const LIVE_MS = 60 * 86_400_000;

/** No machine can be called so: RFC 2606 keeps `.example` from being given to anybody. */
function demoHost(host: SimulatedHost): SimulatedHost {
  const [name, port] = host.instance.split(':');
  return { ...host, instance: `demo-${name}.example:${port}` };
}

/** The moment up to which the history is written, the same at every later start. */
function startOf(folder: string): number {
  const path = join(folder, 'written-until');
  if (!existsSync(path)) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path, String(Math.floor(Date.now() / SAMPLE_MS) * SAMPLE_MS));
  }
  return Number(readFileSync(path, 'utf8'));
}

async function main([command, folder = '.']: readonly string[]): Promise<void> {
  const isFirst = !existsSync(join(folder, 'written-until'));
  const now = startOf(folder);
  if (command === 'history' && !isFirst) {
    return;
  }
  const hosts = createHosts(now, LIVE_MS).map(demoHost);
  if (command === 'history') {
    await writeOpenMetrics(hosts, now, join(folder, 'history.openmetrics'));
  } else {
    await serveHosts(hosts, PORT, '0.0.0.0');
  }
}

void main(process.argv.slice(2));
