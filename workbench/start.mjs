// `npm start`: builds what changed, serves the workbench, and says what it found. Plain Node.
import { rmSync, watch } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { USAGE, parseArguments } from './arguments.mjs';
import { createChildren } from './children.mjs';
import { whenChanged } from './freshness.mjs';
import { grafanaVersionIn, packageSets, preparePackageSet } from './packageSet.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const require = createRequire(import.meta.url);
const webpack = join(root, 'node_modules/webpack-cli/bin/cli.js');
const stamps = join(root, 'build/stamps');
const children = createChildren(root);
const say = (text) => process.stdout.write(`${text}\n`);

const kernel = join(root, 'pkg/prophet-wasm');
const kernelSources = ['assembly', 'src', 'tooling', 'package.json'].map((name) => join(kernel, name));
const toolchain = ['package-lock.json', 'tsconfig.json'].map((name) => join(root, name));
const pluginSources = [
  'src',
  'pkg',
  'img',
  'plugin.json',
  'README.md',
  'CHANGELOG.md',
  'webpack.config.mjs',
  'provisioning',
];

const buildKernel = () => children.run('The build of the kernel', [join(kernel, 'tooling/build.mjs')]);

async function build({ set, watch: watching }, packages, output) {
  const started = Date.now();
  const steps = [
    [{ name: 'kernel', inputs: [...kernelSources, ...toolchain], output: join(kernel, 'dist') }, buildKernel],
    watching
      ? undefined
      : [
          {
            name: 'plugins',
            inputs: [...pluginSources.map((name) => join(root, name)), ...toolchain],
            output: join(root, 'dist/module.js'),
          },
          () => children.run('The build of the plugins', [webpack, '--mode', 'production']),
        ],
    [
      {
        name: `workbench${set === undefined ? '' : `-${set}`}`,
        inputs: [join(root, 'workbench'), ...toolchain],
        output: join(output, 'page/page.js'),
      },
      () => buildWorkbench(packages, output),
    ],
  ].filter((step) => step !== undefined);
  const built = [];
  for (const [target, run] of steps) {
    if (await whenChanged({ ...target, stamps }, () => (say(`Building ${target.name} ...`), run()))) {
      built.push(target.name);
    }
  }
  say(built.length === 0 ? 'Everything is built.' : `Built in ${((Date.now() - started) / 1000).toFixed(0)} s.`);
}

function buildWorkbench(packages, output) {
  const env = packages === root ? [] : ['--env', `packages=${packages}`, '--env', `output=${output}`];
  return children.run('The build of the workbench', [webpack, '--config', 'workbench/webpack.config.mjs', ...env]);
}

function rebuildOnChange() {
  // What --watch leaves in dist/ is a development build: the next plain start builds anew.
  rmSync(join(stamps, 'plugins.sha256'), { force: true });
  children.keep([webpack, '--watch']);
  children.keep([webpack, '--config', 'workbench/webpack.config.mjs', '--watch']);
  let timer;
  watch(join(kernel, 'assembly'), { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(() => buildKernel().catch((error) => say(error.message)), 300);
  });
}

async function main() {
  const options = parseArguments(process.argv.slice(2), packageSets(root));
  if (options.help) {
    say(USAGE);
    return;
  }
  const packages = options.set === undefined ? root : await preparePackageSet(root, options.set);
  const output = packages === root ? join(root, 'build/workbench') : join(packages, 'build');
  if (options.build) {
    await build(options, packages, output);
  }
  const { startServer, probePrometheus } = require(join(output, 'server/main.cjs'));
  const environment = { PROMETHEUS_URL: 'http://localhost:9090', ...process.env };
  const listening = await startServer({
    root,
    build: join(output, 'page'),
    port: options.port,
    subPath: options.subPath,
    state: options.state,
    policy: options.policy,
    grafanaVersion: grafanaVersionIn(packages),
    environment,
    reloads: options.watch,
  });
  const end = () => {
    children.end();
    void listening.close().then(() => process.exit(0));
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
  say(`Foreband workbench: http://localhost:${listening.port}${options.subPath}/`);
  say(await probePrometheus(environment.PROMETHEUS_URL));
  say(`Saved work: ${options.state}. Ctrl-C ends everything.`);
  if (options.watch) {
    rebuildOnChange();
  }
}

process.once('SIGINT', () => children.end());
main().catch((error) => {
  children.end();
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
