// A Prometheus with 60 days of history for `npm start`: node tests/prometheus/serve.mjs [--port 9090]
import { parseArgs } from 'node:util';

import '../../tooling/typescript.mjs';

const { values } = parseArgs({ options: { port: { type: 'string', default: '9090' } } });
const { startLivePrometheus } = await import('./livePrometheus.ts');

console.log('Writing 60 days of simulated history ...');
const prometheus = await startLivePrometheus(Number(values.port));
console.log(`Prometheus listens on ${prometheus.url} (Ctrl-C ends it). Planted anomalies:`);
for (const { instance, metric, start, end } of [...prometheus.anomalies, ...prometheus.otherAnomalies]) {
  console.log(
    `  ${instance.padEnd(14)} ${metric.padEnd(8)} ${new Date(start).toISOString()} to ${new Date(end).toISOString()}`,
  );
}

const end = () => void prometheus.close().then(() => process.exit(0));
process.once('SIGINT', end);
process.once('SIGTERM', end);
