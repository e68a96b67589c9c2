import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The package's folder, with a closing slash. */
export const root = fileURLToPath(new URL('..', import.meta.url));

const INPUT_FOLDERS = ['assembly', 'src', 'tooling'];
const INPUT_FILES = ['package.json', 'tsconfig.json'];

/** What the build leaves behind; all of it or none. */
export const outputs = [
  'build/kernel.wasm',
  'build/kernelBytes.js',
  'build/kernelBytes.d.ts',
  'build/kernelJavaScript.js',
  'build/kernelJavaScript.d.ts',
  'dist/index.js',
  'dist/index.d.ts',
];

/** Where the fingerprint of the sources that were built is kept. */
export const stampFile = `${root}build/fingerprint`;

/** One line for all sources the build depends on: equal lines, equal artefacts. */
export function fingerprint() {
  const hash = createHash('sha256');
  const listed = INPUT_FOLDERS.flatMap((folder) =>
    readdirSync(`${root}${folder}`, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => `${entry.parentPath ?? entry.path}/${entry.name}`),
  );
  for (const file of [...INPUT_FILES.map((name) => `${root}${name}`), ...listed].sort()) {
    hash.update(file.slice(root.length)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

/** Whether every artefact is there and was built from the sources as they are now. */
export function isFresh() {
  return (
    outputs.every((file) => existsSync(root + file)) &&
    existsSync(stampFile) &&
    readFileSync(stampFile, 'utf8') === fingerprint()
  );
}
