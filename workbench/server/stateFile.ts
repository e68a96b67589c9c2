import { existsSync, lstatSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isRecord } from './http';

/**
 * Named values stored in one JSON file of the state folder, so that they outlive the workbench but never touch the
 * tree.
 */
export interface StateFile {
  /** All values by name; what a damaged file held is lost. */
  read(): Record<string, unknown>;
  /** Sets one value; undefined removes it. */
  write(name: string, value: unknown): void;
}

/**
 * Opens `<folder>/<name>.json`, creating the folder at the first write; both are for the user's eyes only, as
 * credentials are among the values. An Error refuses a folder that belongs to somebody else.
 */
export function openStateFile(folder: string, name: string): StateFile {
  const path = join(folder, `${name}.json`);
  refuseForeign(folder);
  const read = (): Record<string, unknown> => {
    refuseForeign(folder);
    if (!existsSync(path)) {
      return {};
    }
    try {
      const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
      return isRecord(value) ? value : {};
    } catch {
      return {};
    }
  };
  const write = (key: string, value: unknown): void => {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const next = { ...read(), [key]: value };
    // Renaming is atomic: a workbench ended in the middle of a write leaves the old file whole.
    // The mode counts for a new file only, so what an ended workbench left goes first.
    rmSync(`${path}.new`, { force: true });
    writeFileSync(`${path}.new`, JSON.stringify(next, null, 2), { mode: 0o600, flag: 'wx' });
    renameSync(`${path}.new`, path);
  };
  return { read, write };
}

/** Anybody may create the default folder first, its name being known; Windows has no owners by number. */
function refuseForeign(folder: string): void {
  const user = process.getuid?.();
  if (user === undefined || !existsSync(folder)) {
    return;
  }
  // Of a link, both itself and where it leads count.
  if (lstatSync(folder).uid !== user || statSync(folder).uid !== user) {
    throw new Error(`the state folder ${folder} belongs to another user: choose a folder of yours with --state`);
  }
}
