// Runs before `npm start` and `npm test`, so that a fresh clone needs one command. Uses nothing but Node itself.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** The entries of a lock file by folder; none where there is no such file. */
function packagesIn(file) {
  try {
    return Object.entries(JSON.parse(readFileSync(file, 'utf8')).packages);
  } catch (error) {
    if (error.code === 'ENOENT') {
      return [];
    }
    throw error;
  }
}

/** The folders of the lock file whose package npm has not installed, or has installed differently. */
function missingPackages() {
  const installed = new Map(packagesIn('node_modules/.package-lock.json'));
  return packagesIn('package-lock.json')
    .filter(([folder]) => folder !== '')
    .filter(([folder, { version, integrity, optional }]) => {
      const found = installed.get(folder);
      // npm leaves out optional packages that are for other machines.
      return found === undefined ? !optional : found.version !== version || found.integrity !== integrity;
    })
    .map(([folder]) => folder);
}

const missing = missingPackages();
if (missing.length > 0) {
  console.log(`Installing dependencies (${missing.length} missing or of another version) ...`);
  const { status } = spawnSync('npm', ['ci'], { stdio: 'inherit', shell: process.platform === 'win32' });
  process.exitCode = status ?? 1;
}
