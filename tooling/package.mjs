// `npm run package`: everything of dist/ in one archive, one folder named like the app's id, as Grafana installs it.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { zipSync } from 'fflate';

import './typescript.mjs';

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

const { archiveFiles } = await import('./archive/archiveFiles.ts');
const { id, info } = JSON.parse(readFileSync(join(dist, 'plugin.json'), 'utf8'));
// The date of the manifest in place of the files' own: the same build gives the same archive.
const mtime = new Date(`${info.updated}T00:00:00`);
const files = archiveFiles(dist);
const entries = files.map(({ path, content }) => [`${id}/${path}`, [content, { mtime }]]);
const archive = join(root, `${id}-${info.version}.zip`);
const zipped = zipSync(Object.fromEntries(entries), { level: 9 });
writeFileSync(archive, zipped);
console.log(`${relative(root, archive)}: ${files.length} files, ${(zipped.length / 1e6).toFixed(2)} MB`);
