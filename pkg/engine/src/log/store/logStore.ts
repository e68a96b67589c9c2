import { openDB, type DBSchema, type IDBPDatabase, type IDBPTransaction } from 'idb';

import { partOf, type LogEntry, type LogPart } from '../logEvent.js';
import { readVerbosity, type Verbosity } from '../logLevel.js';

import { rooms as defaultRooms, surplusOf, type Room } from './rotation.js';

/** Keeps the log in this browser. Its methods fail where the browser blocks the store or it is full. */
export interface LogStore {
  /** Adds entries: one whose key is there already replaces it only where its revision is larger. */
  add(entries: readonly LogEntry[]): Promise<void>;
  /** The entries of some parts with a time in the span (epoch ms, both ends included), oldest first. */
  read(parts: readonly LogPart[], from: number, to: number): Promise<LogEntry[]>;
  /** Forgets every entry. */
  clear(): Promise<void>;
  verbosity(): Promise<Verbosity>;
  setVerbosity(verbosity: Verbosity): Promise<void>;
}

interface StoredEntry {
  readonly key: string;
  readonly part: LogPart;
  readonly time: number;
  readonly entry: LogEntry;
}

interface Schema extends DBSchema {
  entries: { key: string; value: StoredEntry; indexes: { byTime: [LogPart, number] } };
  settings: { key: string; value: unknown };
}

type Change = IDBPTransaction<Schema, Array<'entries'>, 'readwrite'>;

const VERSION = 1;
const VERBOSITY = 'verbosity';

/** So many additions may pass before the room is looked at again. */
const ADDITIONS_BETWEEN_ROTATIONS = 200;

const parts: readonly LogPart[] = ['anomalies', 'system', 'readings', 'hours'];

function open(name: string): Promise<IDBPDatabase<Schema>> {
  return openDB<Schema>(name, VERSION, {
    upgrade(created) {
      created.createObjectStore('entries', { keyPath: 'key' }).createIndex('byTime', ['part', 'time']);
      created.createObjectStore('settings');
    },
    // Another tab with a newer Foreband wants to upgrade: this one does without.
    blocking(_current, _blocked, event) {
      if (event.target instanceof IDBDatabase) {
        event.target.close();
      }
    },
  });
}

function within(part: LogPart, from: number, to: number): IDBKeyRange {
  return IDBKeyRange.bound([part, from], [part, to]);
}

async function putNewer(change: Change, entry: LogEntry): Promise<void> {
  const store = change.objectStore('entries');
  const known = await store.get(entry.key);
  if (known === undefined || known.entry.revision < entry.revision) {
    await store.put({ key: entry.key, part: partOf(entry), time: entry.time, entry });
  }
}

async function makeRoom(change: Change, part: LogPart, { maxAgeMs, maxEntries }: Room, now: number): Promise<void> {
  const store = change.objectStore('entries');
  const index = store.index('byTime');
  const old = await index.getAllKeys(within(part, -Infinity, now - maxAgeMs));
  await Promise.all(old.map((key) => store.delete(key)));
  const every = within(part, -Infinity, Infinity);
  const surplus = surplusOf(await index.count(every), maxEntries);
  const oldest = surplus === 0 ? [] : await index.getAllKeys(every, surplus);
  await Promise.all(oldest.map((key) => store.delete(key)));
}

/** Options of a store. */
export interface LogStoreOptions {
  readonly now?: () => number;
  readonly rooms?: Readonly<Record<LogPart, Room>>;
}

/** The log of an owner in the browser's IndexedDB. */
export function createLogStore(
  databaseName: string,
  { now = Date.now, rooms = defaultRooms }: LogStoreOptions = {},
): LogStore {
  let opened: Promise<IDBPDatabase<Schema>> | undefined;
  let untilRotation = 0;
  const database = () => (opened ??= open(databaseName));

  return {
    async add(entries) {
      const change = (await database()).transaction(['entries'], 'readwrite');
      const isDue = (untilRotation -= entries.length) < 0;
      for (const entry of entries) {
        await putNewer(change, entry);
      }
      if (isDue) {
        await Promise.all(parts.map((part) => makeRoom(change, part, rooms[part], now())));
        untilRotation = ADDITIONS_BETWEEN_ROTATIONS;
      }
      await change.done;
    },
    async read(wanted, from, to) {
      const opened = await database();
      const found = await Promise.all(
        wanted.map((part) => opened.getAllFromIndex('entries', 'byTime', within(part, from, to))),
      );
      return found
        .flat()
        .map(({ entry }) => entry)
        .sort((left, right) => left.time - right.time);
    },
    async clear() {
      await (await database()).clear('entries');
    },
    async verbosity() {
      return readVerbosity(await (await database()).get('settings', VERBOSITY));
    },
    async setVerbosity(verbosity) {
      await (await database()).put('settings', verbosity, VERBOSITY);
    },
  };
}
