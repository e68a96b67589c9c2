// A Prometheus with 60 days of history for `npm start`: node tests/prometheus/serve.mjs [--port 9090]
import { parseArgs } from 'node:util';

import '../../tooling/typescript.mjs';

const USAGE = `node tests/prometheus/serve.mjs [options]
  --port N   where Prometheus listens, on this machine only (9090); 1 to 65535
  --help     say this

Starts a Prometheus with 60 days of simulated hosts, which go on, until Ctrl-C ends it. Needs prometheus, promtool and
prometheus-node-exporter on the path: apt-get install prometheus prometheus-node-exporter`;

/** The options, or the exit status of a command line that asks for nothing else or makes no sense. */
function parseOptions() {
  try {
    const options = { port: { type: 'string', default: '9090' }, help: { type: 'boolean', short: 'h' } };
    const { values } = parseArgs({ options });
    const port = Number(values.port);
    if (!Number.isInteger(port) || port < 1 || port > 65_535) {
      throw new RangeError(`invalid --port: ${values.port} (expected 1 to 65535)`);
    }
    return values.help === true ? 0 : { port };
  } catch (error) {
    process.stderr.write(`${error.message}\n\n`);
    return 2;
  }
}

const options = parseOptions();
if (typeof options === 'number') {
  console.log(USAGE);
  process.exit(options);
}
const { startLivePrometheus } = await import('./livePrometheus.ts');

console.log('Writing 60 days of simulated history ...');
const prometheus = await startLivePrometheus(options.port);
console.log(`Prometheus listens on ${prometheus.url} (Ctrl-C ends it). Planted anomalies:`);
for (const { instance, metric, start, end } of [...prometheus.anomalies, ...prometheus.otherAnomalies]) {
  console.log(
    `  ${instance.padEnd(14)} ${metric.padEnd(8)} ${new Date(start).toISOString()} to ${new Date(end).toISOString()}`,
  );
}

const end = () => void prometheus.close().then(() => process.exit(0));
process.once('SIGINT', end);
process.once('SIGTERM', end);
