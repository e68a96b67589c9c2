import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';

import { packPackage, type Packed } from './packed.js';

const root = join(__dirname, '..');
const runNode = (args: readonly string[]) => spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
const installed = join(root, '../../node_modules');

describe('the built package', () => {
  it('has a kernel of at most 64 kB', () => {
    expect(statSync(join(root, 'build/kernel.wasm')).size).toBeLessThanOrEqual(64_000);
  });
});

/** Modules that a module of the package names, as paths without an ending. */
function importsOf(packed: Packed, module: string): readonly string[] {
  return ['.js', '.d.ts']
    .map((ending) => join(packed.root, module + ending))
    .filter((path) => existsSync(path))
    .flatMap((path) => [...readFileSync(path, 'utf8').matchAll(/(?:from|import\() ?'(\.[^']*)\.js'/g)])
    .map(([, target]) => posix.join(posix.dirname(module), target));
}

function reachableFrom(packed: Packed, first: string): readonly string[] {
  const reached = new Set([first]);
  for (const module of reached) {
    importsOf(packed, module).forEach((target) => reached.add(target));
  }
  return [...reached];
}

describe('the packed package', () => {
  let packed: Packed;
  beforeAll(() => {
    packed = packPackage();
  }, 120_000);
  afterAll(() => packed.remove());

  it('holds the modules that its index leads to with their types, README and license, and nothing else', () => {
    const modules = reachableFrom(packed, 'dist/index').flatMap((module) => [`${module}.js`, `${module}.d.ts`]);
    expect([...packed.files].sort()).toEqual([...modules, 'LICENSE', 'README.md', 'package.json'].sort());
  });

  it('needs no other package', () => {
    const { dependencies, peerDependencies } = JSON.parse(readFileSync(join(packed.root, 'package.json'), 'utf8'));
    expect([dependencies, peerDependencies]).toEqual([undefined, undefined]);
    const texts = packed.files.filter((path) => /\.(js|d\.ts)$/.test(path)).map((path) => join(packed.root, path));
    const foreign = texts.filter((path) => /^(im|ex)port\b.* from '[^.]/m.test(readFileSync(path, 'utf8')));
    expect(foreign).toEqual([]);
  });

  it('is what publint recommends, warnings and suggestions included', () => {
    const { status, stdout } = runNode([join(installed, 'publint/src/cli.js'), 'run', packed.tarball, '--strict']);
    expect({ status, stdout }).toEqual({ status: 0, stdout: expect.stringContaining('All good!') });
  }, 120_000);

  it('has types that resolve as its modules do, in ES modules of Node and in bundlers', () => {
    const program = join(installed, '@arethetypeswrong/cli/dist/index.js');
    const options = ['--profile', 'esm-only', '--no-definitely-typed', '--format', 'json'];
    const { status, stdout } = runNode([program, packed.tarball, ...options]);
    const { resolutions } = JSON.parse(stdout).analysis.entrypoints['.'];
    expect({ status, node: resolutions['node16-esm'], bundler: resolutions.bundler }).toMatchObject({
      status: 0,
      node: { resolution: { fileName: '/node_modules/prophet-wasm/dist/index.d.ts' } },
      bundler: { resolution: { fileName: '/node_modules/prophet-wasm/dist/index.d.ts' } },
    });
  }, 120_000);
});
