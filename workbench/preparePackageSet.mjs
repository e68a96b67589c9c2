// `node workbench/preparePackageSet.mjs oldest`: installs a set of Grafana packages in a folder of its own, unless it is
// installed already, and copies the page's sources beside them, because modules resolve upwards.
import { spawnSync } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { manifestFolder, packageSetFolder } from './packageSet.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const name = process.argv[2];
const folder = packageSetFolder(root, name);

cpSync(manifestFolder(root, name), folder, { recursive: true });
rmSync(join(folder, 'page'), { recursive: true, force: true });
cpSync(join(root, 'workbench/page'), join(folder, 'page'), { recursive: true });
const { status } = spawnSync(process.execPath, [join(root, 'tooling/installMissing.mjs')], {
  cwd: folder,
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
