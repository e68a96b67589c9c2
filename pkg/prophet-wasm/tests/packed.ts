import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The package as npm would publish it, and a project beside which it is installed. */
export interface Packed {
  readonly tarball: string;
  /** Paths within the package. */
  readonly files: readonly string[];
  /** An empty project of ES modules that has the package, and nothing else, in `node_modules`. */
  readonly project: string;
  /** Where the package is unpacked. */
  readonly root: string;
  /** Removes it all. */
  readonly remove: () => void;
}

/** Output of `npm pack --json`. */
type NpmPack = readonly [{ readonly filename: string; readonly files: readonly { readonly path: string }[] }];

/** Packs the built package. Throws with what npm says where that fails. */
export function packPackage(): Packed {
  const project = mkdtempSync(join(tmpdir(), 'prophet-wasm-'));
  const source = join(__dirname, '..');
  const [packed] = JSON.parse(run('npm', ['pack', '--json', '--pack-destination', project], source)) as NpmPack;
  const tarball = join(project, packed.filename);
  const root = join(project, 'node_modules/prophet-wasm');
  mkdirSync(root, { recursive: true });
  run('tar', ['-xzf', tarball, '--strip-components', '1', '-C', root], project);
  writeFileSync(join(project, 'package.json'), '{ "type": "module" }');
  const files = packed.files.map(({ path }) => path);
  return { tarball, files, project, root, remove: () => rmSync(project, { recursive: true }) };
}

function run(command: string, args: readonly string[], cwd: string): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    throw new Error(`${command} ${args.join(' ')} failed: ${error?.message ?? ''}${stdout}${stderr}`);
  }
  return stdout;
}
