import { openDB, type DBSchema, type IDBPDatabase } from 'idb';

import { parseSavedModel } from '../format/parseSavedModel.js';
import type { SavedModel } from '../format/savedModel.js';
import { serializeSavedModel } from '../format/serializeSavedModel.js';

/** Models by the key of their series. */
export type ModelsBySeries = ReadonlyMap<string, SavedModel>;

/**
 * Models in this browser, by what they were fitted to: a text that says query and settings. They may vanish at any time:
 * nothing is found then. Where the browser blocks the store or has filled it, nothing is stored any more, and `problem`
 * says why.
 */
export interface ModelCache {
  /** The models of a source, as far as there are any. */
  load(source: string): Promise<ModelsBySeries>;
  save(source: string, models: ModelsBySeries): Promise<void>;
  /** Why nothing is stored; undefined while all is well. */
  problem(): string | undefined;
}

interface StoredModel {
  readonly source: string;
  readonly series: string;
  readonly savedAt: number;
  readonly text: string;
}

interface Schema extends DBSchema {
  models: { key: [string, string]; value: StoredModel; indexes: { savedAt: number } };
}

const VERSION = 1;

/** Models that nobody has renewed for so long are dropped. */
const STORED_MS = 90 * 86_400_000;

async function open(name: string, now: number): Promise<IDBPDatabase<Schema>> {
  const database = await openDB<Schema>(name, VERSION, {
    upgrade(created) {
      created.createObjectStore('models', { keyPath: ['source', 'series'] }).createIndex('savedAt', 'savedAt');
    },
    // Another tab with a newer Foreband wants to upgrade: this one does without.
    blocking(_current, _blocked, event) {
      if (event.target instanceof IDBDatabase) {
        event.target.close();
      }
    },
  });
  const change = database.transaction('models', 'readwrite');
  const old = await change.store.index('savedAt').getAllKeys(IDBKeyRange.upperBound(now - STORED_MS));
  await Promise.all([...old.map((key) => change.store.delete(key)), change.done]);
  return database;
}

function readable(text: string): SavedModel | undefined {
  try {
    return parseSavedModel(text, 'cached');
  } catch {
    // A newer Foreband may have written it: the series is refitted.
    return undefined;
  }
}

/** Models in the browser's IndexedDB, in a database of the owner's. */
export function createModelCache(databaseName: string, now: () => number = Date.now): ModelCache {
  let opened: Promise<IDBPDatabase<Schema>> | undefined;
  let problem: string | undefined;

  async function attempt<T>(work: (database: IDBPDatabase<Schema>) => Promise<T>, otherwise: T): Promise<T> {
    if (problem !== undefined) {
      return otherwise;
    }
    try {
      opened ??= open(databaseName, now());
      return await work(await opened);
    } catch (error) {
      // A DOMException is no Error everywhere.
      problem = error instanceof Error || error instanceof DOMException ? error.message : String(error);
      return otherwise;
    }
  }

  return {
    load: (source) =>
      attempt(async (database) => {
        const stored = await database.getAll('models', IDBKeyRange.bound([source], [source, []]));
        const found = stored.flatMap(({ series, text }): Array<[string, SavedModel]> => {
          const model = readable(text);
          return model === undefined ? [] : [[series, model]];
        });
        return new Map(found);
      }, new Map<string, SavedModel>()),
    save: (source, models) =>
      attempt(async (database) => {
        const change = database.transaction('models', 'readwrite');
        const puts = [...models].map(([series, model]) =>
          change.store.put({ source, series, savedAt: now(), text: serializeSavedModel(model) }),
        );
        await Promise.all([...puts, change.done]);
      }, undefined),
    problem: () => problem,
  };
}
