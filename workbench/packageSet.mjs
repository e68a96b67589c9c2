import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { digestOf, whenChanged } from './freshness.mjs';

/** Names of the package sets that the workbench can be built with, besides the checkout's own. */
export function packageSets(root) {
  return readdirSync(join(root, 'workbench/sets'));
}

/**
 * Installs a set of Grafana packages in a folder of its own, once, and copies the page's sources beside them, because
 * modules resolve upwards. Returns that folder.
 */
export async function preparePackageSet(root, name) {
  const source = join(root, 'workbench/sets', name);
  const folder = join(root, '.cache/sets', name);
  mkdirSync(folder, { recursive: true });
  const target = {
    name: `set-${name}`,
    inputs: [source],
    output: join(folder, 'node_modules'),
    stamps: join(root, 'build/stamps'),
  };
  await whenChanged(target, () => install(source, folder));
  if (digestOf([join(folder, 'page')]) !== digestOf([join(root, 'workbench/page')])) {
    rmSync(join(folder, 'page'), { recursive: true, force: true });
    cpSync(join(root, 'workbench/page'), join(folder, 'page'), { recursive: true });
  }
  return folder;
}

function install(source, folder) {
  process.stdout.write('Installing the packages of this set (once, about a minute) ...\n');
  cpSync(source, folder, { recursive: true });
  const command = existsSync(join(source, 'package-lock.json')) ? 'ci' : 'install';
  const shell = process.platform === 'win32';
  const { status } = spawnSync('npm', [command, '--no-audit', '--no-fund'], { cwd: folder, stdio: 'inherit', shell });
  if (status !== 0) {
    throw new Error(`npm ${command} failed in ${folder}`);
  }
}

/** Version of the Grafana packages in a folder. */
export function grafanaVersionIn(folder) {
  return JSON.parse(readFileSync(join(folder, 'node_modules/@grafana/ui/package.json'), 'utf8')).version;
}
