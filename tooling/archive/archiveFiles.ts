import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

import { ownSourceMap } from './ownSourceMap';

/** A file of the archive. */
export interface ArchiveFile {
  /** Path below the archive's one folder, with slashes. */
  readonly path: string;
  readonly content: Buffer;
}

/**
 * The source map that goes into the archive. Grafana asks for one beside each module.js; those of the chunks that are
 * loaded later stay in `dist/`, where whoever builds the plugin has them.
 */
function mapOf({ path, content }: ArchiveFile): ArchiveFile[] {
  if (!path.endsWith('module.js.map')) {
    return [];
  }
  const own = ownSourceMap(content.toString('utf8'));
  return [{ path, content: own === undefined ? content : Buffer.from(own) }];
}

/** Everything of a built `dist/` that an archive holds, by path. */
export function archiveFiles(dist: string): readonly ArchiveFile[] {
  return readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({ path: relative(dist, file).split(sep).join('/'), content: readFileSync(file) }))
    .flatMap((file) => (file.path.endsWith('.map') ? mapOf(file) : [file]))
    .sort((left, right) => (left.path < right.path ? -1 : 1));
}
