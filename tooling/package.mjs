// `npm run package`: everything of dist/ in one archive, one folder named like the app's id, as Grafana installs it.
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { zipSync } from 'fflate';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dist = join(root, 'dist');

const { status } = spawnSync('npm', ['run', 'build'], {
  cwd: root,
  stdio: 'inherit',
  shell: process.platform === 'win32',
});
if (status !== 0) {
  process.exit(status ?? 1);
}

const { id, info } = JSON.parse(readFileSync(join(dist, 'plugin.json'), 'utf8'));
const files = readdirSync(dist, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
  .sort();
const entries = files.map((path) => {
  const name = [id, ...relative(dist, path).split(sep)].join('/');
  // The date of the manifest in place of the files' own: the same build gives the same archive.
  return [name, [readFileSync(path), { mtime: new Date(`${info.updated}T00:00:00`) }]];
});
const archive = join(root, `${id}-${info.version}.zip`);
writeFileSync(archive, zipSync(Object.fromEntries(entries), { level: 9 }));
console.log(`${relative(root, archive)}: ${entries.length} files`);
