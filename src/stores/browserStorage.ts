import { deleteDB, openDB } from 'idb';

import { storeName, type StoreOwner } from './storeOwner';

/** What this browser stores, by the first word of its database. */
export const storedKinds = {
  'foreband-training': 'Samples that queries have read, so that a refresh asks only for what is new',
  'foreband-models': 'Models that are refitted daily, when they are stale, or never',
  'foreband-log': 'The anomaly log, and what is set about it',
  'foreband-files': 'Files that were opened on the Explore page',
} as const;

/** A kind of what is stored. */
export type StoredKind = keyof typeof storedKinds;

/** How much there is of a kind. */
export interface StoredPart {
  readonly kind: StoredKind;
  /** Entries of its database, of every sort. */
  readonly nEntries: number;
}

const kinds = Object.keys(storedKinds).filter((kind): kind is StoredKind => kind in storedKinds);

// Opening a database that is not there would make an empty one, which its own code then takes for its own.
async function namesThatExist(factory: IDBFactory): Promise<ReadonlySet<string>> {
  const found = await factory.databases();
  return new Set(found.flatMap(({ name }) => name ?? []));
}

async function inDatabase<Result>(
  name: string,
  act: (database: Awaited<ReturnType<typeof openDB>>) => Promise<Result>,
) {
  const database = await openDB(name);
  try {
    return await act(database);
  } finally {
    database.close();
  }
}

/**
 * What this browser stores of an owner, kind by kind.
 * @throws DOMException where the browser refuses its databases.
 */
export async function storedParts(owner: StoreOwner, factory: IDBFactory = indexedDB): Promise<readonly StoredPart[]> {
  const existing = await namesThatExist(factory);
  return Promise.all(
    kinds.map(async (kind) => {
      const name = storeName(kind, owner);
      const countAll = async (database: Awaited<ReturnType<typeof openDB>>) => {
        const counts = await Promise.all([...database.objectStoreNames].map((store) => database.count(store)));
        return counts.reduce((sum, count) => sum + count, 0);
      };
      return { kind, nEntries: existing.has(name) ? await inDatabase(name, countAll) : 0 };
    }),
  );
}

/**
 * Forgets all that this browser stores of an owner, while other pages and panels have their databases open: these are
 * emptied, not removed.
 * @throws DOMException where the browser refuses its databases.
 */
export async function forgetAll(owner: StoreOwner, factory: IDBFactory = indexedDB): Promise<void> {
  const existing = await namesThatExist(factory);
  const names = kinds.map((kind) => storeName(kind, owner)).filter((name) => existing.has(name));
  const clear = async (database: Awaited<ReturnType<typeof openDB>>): Promise<boolean> => {
    const stores = [...database.objectStoreNames];
    await Promise.all(stores.map((store) => database.clear(store)));
    return stores.length > 0;
  };
  for (const name of names) {
    if (!(await inDatabase(name, clear))) {
      await deleteDB(name);
    }
  }
}
