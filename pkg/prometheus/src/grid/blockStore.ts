import { openDB, type DBSchema, type IDBPDatabase } from 'idb';

import { BLOCK_POINTS, type Block, type Column } from './block.js';
import { seriesKey, type Labels } from '../api/seriesKey.js';

/** Stores blocks beyond the life of the page. */
export interface BlockStore {
  /** The blocks of a query that start in the span. */
  load(query: string, firstStart: number, lastStart: number): Promise<Block[]>;
  /** Whether anything is stored of a query. */
  has(query: string): Promise<boolean>;
  save(query: string, blocks: readonly Block[]): Promise<void>;
  /** Forgets the queries whose key starts with this text. */
  forget(queryPrefix: string): Promise<void>;
}

interface StoredBlock {
  readonly query: string;
  readonly start: number;
  readonly settledUntil: number;
  readonly savedAt: number;
  readonly labels: readonly Labels[];
  /** The columns one after the other, in the order of `labels`. */
  readonly y: Float64Array;
}

interface Schema extends DBSchema {
  blocks: {
    key: [string, number];
    value: StoredBlock;
    indexes: { savedAt: number };
  };
}

const VERSION = 1;

// History may be rewritten behind Prometheus's back (recording rules filled in later, another server at the same address).
const KEPT_MS = 7 * 86_400_000;

function pack(query: string, block: Block, savedAt: number): StoredBlock {
  const columns = [...block.columns.values()];
  const y = new Float64Array(columns.length * BLOCK_POINTS);
  columns.forEach((column, index) => y.set(column.y, index * BLOCK_POINTS));
  const { start, settledUntil } = block;
  return { query, start, settledUntil, savedAt, labels: columns.map(({ labels }) => labels), y };
}

function unpack({ start, settledUntil, labels, y }: StoredBlock): Block {
  const columns = labels.map((own, index): [string, Column] => [
    seriesKey(own),
    { labels: own, y: y.slice(index * BLOCK_POINTS, (index + 1) * BLOCK_POINTS) },
  ]);
  return { start, settledFrom: start, settledUntil, columns: new Map(columns) };
}

async function open(name: string, now: number): Promise<IDBPDatabase<Schema>> {
  const database = await openDB<Schema>(name, VERSION, {
    upgrade(created) {
      const blocks = created.createObjectStore('blocks', { keyPath: ['query', 'start'] });
      blocks.createIndex('savedAt', 'savedAt');
    },
    // Another tab with a newer Foreband wants to upgrade: this one does without.
    blocking(_current, _blocked, event) {
      if (event.target instanceof IDBDatabase) {
        event.target.close();
      }
    },
  });
  await dropOld(database, now - KEPT_MS);
  return database;
}

async function dropOld(database: IDBPDatabase<Schema>, before: number): Promise<void> {
  const change = database.transaction('blocks', 'readwrite');
  const old = await change.store.index('savedAt').getAllKeys(IDBKeyRange.upperBound(before));
  await Promise.all(old.map((key) => change.store.delete(key)));
  await change.done;
}

function everyStart(query: string): IDBKeyRange {
  return IDBKeyRange.bound([query, -Infinity], [query, Infinity]);
}

/**
 * Blocks in the browser's IndexedDB. Its methods fail where the browser blocks or has filled the store: the caller then
 * goes on without.
 */
export function createBlockStore(databaseName: string, now: () => number = Date.now): BlockStore {
  let opened: Promise<IDBPDatabase<Schema>> | undefined;
  const database = () => (opened ??= open(databaseName, now()));

  return {
    async load(query, firstStart, lastStart) {
      const range = IDBKeyRange.bound([query, firstStart], [query, lastStart]);
      return (await (await database()).getAll('blocks', range)).map(unpack);
    },
    async has(query) {
      return (await (await database()).count('blocks', everyStart(query))) > 0;
    },
    async save(query, blocks) {
      const change = (await database()).transaction('blocks', 'readwrite');
      await Promise.all([...blocks.map((block) => change.store.put(pack(query, block, now()))), change.done]);
    },
    async forget(queryPrefix) {
      const range = IDBKeyRange.bound([queryPrefix, -Infinity], [`${queryPrefix}\uFFFF`, Infinity]);
      await (await database()).delete('blocks', range);
    },
  };
}
