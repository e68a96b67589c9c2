import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const SETS = 'workbench/sets';

/** Names of the package sets that the page can be built with, besides the checkout's own packages. */
export function packageSets(root) {
  return readdirSync(join(root, SETS));
}

/** The folder in which a set of packages is installed. */
export function packageSetFolder(root, name) {
  return join(root, '.cache/sets', name);
}

/** The folder of the manifest that says what is in a set; the checkout's own for `undefined`. */
export function manifestFolder(root, name) {
  return name === undefined ? root : join(root, SETS, name);
}

/** Where the page is built with a set; `undefined` is the checkout's own. */
export function pageFolder(root, name) {
  return join(root, 'build', name === undefined ? 'workbench' : `workbench-${name}`);
}

/** Version of the Grafana packages of a set; `undefined` is the checkout's own. */
export function grafanaVersionOf(root, name) {
  const manifest = readFileSync(join(manifestFolder(root, name), 'package.json'), 'utf8');
  return JSON.parse(manifest).dependencies['@grafana/ui'];
}
