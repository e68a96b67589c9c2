// A Prometheus with five weeks of history for `npm start`: node tests/prometheus/serve.mjs [--port 9090]
import { parseArgs } from 'node:util';

import '../../tooling/typescript.mjs';

const { values } = parseArgs({ options: { port: { type: 'string', default: '9090' } } });
const { startLivePrometheus } = await import('./livePrometheus.ts');

console.log('Writing 35 days of simulated history ...');
const prometheus = await startLivePrometheus(Number(values.port));
console.log(`Prometheus listens on ${prometheus.url} (Ctrl-C ends it). Planted anomalies:`);
for (const { instance, start, end, severities } of prometheus.anomalies) {
  console.log(
    `  ${instance.padEnd(14)} ${new Date(start).toISOString()} to ${new Date(end).toISOString()}  ${severities.join(' or ')}`,
  );
}

const end = () => void prometheus.close().then(() => process.exit(0));
process.once('SIGINT', end);
process.once('SIGTERM', end);
