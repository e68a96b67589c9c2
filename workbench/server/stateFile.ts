import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isRecord } from './http';

/** Named values kept in one JSON file of the state folder, so that they outlive the workbench but never touch the tree. */
export interface StateFile {
  /** All values by name; what a damaged file held is lost. */
  read(): Record<string, unknown>;
  /** Sets one value; undefined removes it. */
  write(name: string, value: unknown): void;
}

/** Opens `<folder>/<name>.json`, creating the folder at the first write. */
export function openStateFile(folder: string, name: string): StateFile {
  const path = join(folder, `${name}.json`);
  const read = (): Record<string, unknown> => {
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
    mkdirSync(folder, { recursive: true });
    const next = { ...read(), [key]: value };
    // Renaming is atomic: a workbench ended in the middle of a write leaves the old file whole.
    writeFileSync(`${path}.new`, JSON.stringify(next, null, 2));
    renameSync(`${path}.new`, path);
  };
  return { read, write };
}
