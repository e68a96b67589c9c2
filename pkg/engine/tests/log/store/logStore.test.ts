import 'fake-indexeddb/auto';

import type { AnomalyEntry, LogEntry } from '../../../src/log/logEvent.js';
import { anomaly, measurement } from '../entries.js';

import { createLogStore, type LogStoreOptions } from '../../../src/log/store/logStore.js';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const NOW = 100 * DAY_MS;

let nUsers = 0;

/** The store of a user of its own. */
function aStore(options: LogStoreOptions = {}) {
  nUsers++;
  return createLogStore(`log of ${nUsers}`, { now: () => NOW, ...options });
}

const all = ['anomalies', 'system', 'readings', 'hours'] as const;

describe('a log store', () => {
  it('gives back what was added, oldest first, by part and by time', async () => {
    const store = aStore();
    const [first, second, reading] = [anomaly(NOW - 2), anomaly(NOW - 1), measurement(NOW - 3)];
    await store.add([second, reading, first]);
    expect(await store.read(all, 0, NOW)).toEqual([reading, first, second]);
    expect(await store.read(['anomalies'], 0, NOW)).toEqual([first, second]);
    expect(await store.read(all, NOW - 2, NOW - 2)).toEqual([first]);
  });

  it('keeps one entry a key: the first, unless a later one has a larger revision', async () => {
    const store = aStore();
    const open = anomaly(NOW - HOUR_MS, { end: NOW - 2, revision: NOW - 2 });
    const over: AnomalyEntry = { ...open, end: NOW - 1, revision: NOW - 1, isOpen: false };
    await store.add([open]);
    await store.add([over, { ...open, score: 9 }]);
    expect(await store.read(all, 0, NOW)).toEqual([over]);
  });

  it('is the same log for two tabs, and another one for another user', async () => {
    const [one, two, stranger] = ['log of all tabs', 'log of all tabs', 'log of a stranger'].map((of) =>
      createLogStore(of, { now: () => NOW }),
    );
    await one.add([anomaly(NOW)]);
    expect(await two.read(all, 0, NOW)).toHaveLength(1);
    expect(await stranger.read(all, 0, NOW)).toEqual([]);
  });

  it('forgets what is too old', async () => {
    const store = aStore();
    await store.add([anomaly(NOW - 91 * DAY_MS), anomaly(NOW - 89 * DAY_MS), measurement(NOW - 8 * DAY_MS)]);
    expect((await store.read(all, 0, NOW)).map(({ time }) => time)).toEqual([NOW - 89 * DAY_MS]);
  });

  it('drops the oldest entries of a part that is full, and none of another part', async () => {
    const room = { maxAgeMs: 90 * DAY_MS, maxEntries: 10 };
    const store = aStore({ rooms: { anomalies: room, system: room, readings: room, hours: room } });
    const readings: LogEntry[] = Array.from({ length: 15 }, (_, place) => measurement(NOW - 15 + place));
    await store.add([anomaly(NOW - DAY_MS), ...readings]);
    expect(await store.read(['anomalies'], 0, NOW)).toHaveLength(1);
    expect((await store.read(['readings'], 0, NOW)).map(({ time }) => time)).toEqual(
      readings.slice(-9).map(({ time }) => time),
    );
  });

  it('forgets everything but its verbosity when it is cleared', async () => {
    const store = aStore();
    expect(await store.verbosity()).toBe('info');
    await store.setVerbosity('debug');
    await store.add([anomaly(NOW)]);
    await store.clear();
    expect(await store.read(all, 0, NOW)).toEqual([]);
    expect(await store.verbosity()).toBe('debug');
  });
});
