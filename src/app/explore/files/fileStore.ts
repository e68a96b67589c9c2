import type { CsvContent } from 'foreband-detector';
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';

import { storeName, type StoreOwner } from '../../../stores/storeOwner';
import type { FileChoice } from '../address/exploreState';

/** A file as the reader knows it. */
export interface StoredFile extends FileChoice {
  /** Epoch ms. */
  readonly savedAt: number;
}

/**
 * Keeps the reader's files in the browser, and nowhere else. Its methods fail where the browser blocks or has filled
 * the store.
 */
export interface FileStore {
  /** The content of a file; undefined where it is not stored here. */
  load(fingerprint: string): Promise<CsvContent | undefined>;
  /** Keeps a file, and forgets the oldest beyond ten. */
  save(file: FileChoice, content: CsvContent): Promise<void>;
  /** The stored files, newest first. */
  list(): Promise<readonly StoredFile[]>;
}

interface Schema extends DBSchema {
  files: { key: string; value: StoredFile };
  contents: { key: string; value: CsvContent };
}

// Raised whenever what is read from a CSV changes its shape: files stored by an older Foreband are then asked for
// again.
const VERSION = 2;

const FILES_STORED = 10;

function open(name: string): Promise<IDBPDatabase<Schema>> {
  return openDB<Schema>(name, VERSION, {
    upgrade(database) {
      for (const store of [...database.objectStoreNames]) {
        database.deleteObjectStore(store);
      }
      database.createObjectStore('files', { keyPath: 'fingerprint' });
      database.createObjectStore('contents');
    },
    // Another tab with a newer Foreband wants to upgrade: this one does without.
    blocking(_current, _blocked, event) {
      if (event.target instanceof IDBDatabase) {
        event.target.close();
      }
    },
  });
}

function newestFirst(files: readonly StoredFile[]): StoredFile[] {
  return [...files].sort((left, right) => right.savedAt - left.savedAt);
}

/** The store of one person in one Grafana. */
export function createFileStore(owner: StoreOwner, now: () => number = Date.now): FileStore {
  let opened: Promise<IDBPDatabase<Schema>> | undefined;
  const database = () => (opened ??= open(storeName('foreband-files', owner)));

  return {
    async load(fingerprint) {
      return (await database()).get('contents', fingerprint);
    },
    async save(file, content) {
      const change = (await database()).transaction(['files', 'contents'], 'readwrite');
      const [files, contents] = [change.objectStore('files'), change.objectStore('contents')];
      const others = newestFirst(await files.getAll()).filter((other) => other.fingerprint !== file.fingerprint);
      const forgotten = others
        .slice(FILES_STORED - 1)
        .flatMap((other) => [files.delete(other.fingerprint), contents.delete(other.fingerprint)]);
      await Promise.all([
        ...forgotten,
        files.put({ ...file, savedAt: now() }),
        contents.put(content, file.fingerprint),
        change.done,
      ]);
    },
    async list() {
      return newestFirst(await (await database()).getAll('files'));
    },
  };
}
