// `npm start`: serves the workbench at once, builds meanwhile what has changed, and says what it found. Plain Node.
import { watch } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import '../tooling/typescript.mjs';
import { USAGE, parseArguments } from './arguments.mjs';
import { createChildren } from './children.mjs';
import { grafanaVersionOf, packageSets, pageFolder } from './packageSet.mjs';

const QUIET_MS = 300;

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const webpack = join(root, 'node_modules/webpack-cli/bin/cli.js');
const say = (text) => process.stdout.write(`${text}\n`);
let tellPages = () => {};
const children = createChildren(root, (line) => {
  say(line);
  tellPages(line);
});

/** Builds for development, into the same folders, and again at every change. */
async function buildOnChange() {
  await children.run('build:kernel');
  let timer;
  watch(join(root, 'pkg/prophet-wasm/assembly'), { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(() => children.run('build:kernel').catch((error) => say(error.message)), QUIET_MS);
  });
  const watchWith = (...config) => children.keep(process.execPath, [webpack, '--watch', ...config], / compiled /);
  await Promise.all([watchWith(), watchWith('--config', 'workbench/webpack.config.mjs')]);
}

async function main() {
  const options = parseArguments(process.argv.slice(2), packageSets(root));
  if (options.help) {
    say(USAGE);
    return;
  }
  const { startServer, probePrometheus } = await import('./server/main.ts');
  const environment = { PROMETHEUS_URL: 'http://localhost:9090', ...process.env };
  const probe = options.demo
    ? { isFound: false, text: 'The workbench was started with --demo.' }
    : await probePrometheus(environment.PROMETHEUS_URL);
  const server = await startServer({
    root,
    build: pageFolder(root, options.set),
    port: options.port,
    subPath: options.subPath,
    state: options.state,
    policy: options.policy,
    grafanaVersion: grafanaVersionOf(root, options.set),
    environment,
    reloads: options.watch,
    demo: probe.isFound ? undefined : probe.text,
  });
  const end = () => {
    children.end();
    void server.close().then(() => process.exit(0));
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
  say(`Foreband workbench: http://localhost:${server.port}${options.subPath}/ (Ctrl-C ends it)`);
  tellPages = server.tell;
  if (options.watch) {
    await buildOnChange();
  } else if (options.build) {
    await children.run(options.set === undefined ? 'build:workbench' : `build:workbench:${options.set}`);
  }
  server.ready();
  say(probe.isFound ? probe.text : `${probe.text} The dashboards show demo data, marked as such: invented hosts.`);
  say(`Saved work: ${options.state}.`);
}

main().catch((error) => {
  children.end();
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
