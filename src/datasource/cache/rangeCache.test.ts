/** @jest-environment node */
import 'fake-indexeddb/auto';

import type { TimeSpan } from 'foreband-detector';

import { createBlockStore, type BlockStore } from './blockStore';
import { createRangeCache, type Asked } from './rangeCache';

const STEP_MS = 300_000;
const DAY_MS = 86_400_000;
const query = { key: 'a up', stepMs: STEP_MS };
const NOW = 40 * DAY_MS + 10 * 3_600_000 + 60_000;

/** A server whose value at a time is that time in steps; gives the spans it was asked for. */
function server(labels: Record<string, string> = { job: 'a' }) {
  const asked: TimeSpan[] = [];
  const ask = (span: TimeSpan): Promise<Asked> => {
    asked.push(span);
    const length = (span.end - span.start) / STEP_MS + 1;
    const time = Float64Array.from({ length }, (_, row) => span.start + row * STEP_MS);
    return Promise.resolve({
      samples: [{ labels, time, y: time.map((value) => value / STEP_MS) }],
      coveredFrom: span.start,
    });
  };
  return { asked, ask };
}

const noStore: BlockStore = {
  load: () => Promise.resolve([]),
  has: () => Promise.resolve(false),
  save: () => Promise.resolve(),
  forget: () => Promise.resolve(),
};

const at = (days: number, hours = 0, minutes = 0) => days * DAY_MS + hours * 3_600_000 + minutes * 60_000;

describe('a range cache', () => {
  it('gives the values of the span asked for, on every step of it', async () => {
    const cache = createRangeCache({ store: noStore, now: () => NOW });
    const { ask } = server();
    const span = { start: at(38, 10), end: at(40, 10) };
    const { time, columns, coveredFrom } = await cache.read(query, span, ask);
    const [{ labels, y }] = [...columns.values()];
    expect(labels).toEqual({ job: 'a' });
    expect([time[0], time.at(-1), time.length]).toEqual([span.start, span.end, 577]);
    expect(y).toEqual(time.map((value) => value / STEP_MS));
    expect(coveredFrom).toBe(span.start);
  });

  it('asks on a refresh only for the new steps and the last two, whose samples may have come late', async () => {
    let now = NOW;
    const cache = createRangeCache({ store: noStore, now: () => now });
    const { asked, ask } = server();
    await cache.read(query, { start: at(38, 10), end: at(40, 10) }, ask);
    now += 2 * STEP_MS;
    const { columns, time } = await cache.read(query, { start: at(38, 10, 10), end: at(40, 10, 10) }, ask);
    expect(asked[1]).toEqual({ start: at(40, 9, 55), end: at(40, 10, 10) });
    expect([...columns.values()][0].y).toEqual(time.map((value) => value / STEP_MS));
  });

  it('asks for nothing of a range that is past and known', async () => {
    const cache = createRangeCache({ store: noStore, now: () => NOW });
    const { asked, ask } = server();
    const span = { start: at(10), end: at(12) };
    await cache.read(query, span, ask);
    await cache.read(query, { start: at(10, 3), end: at(11, 5) }, ask);
    expect(asked).toHaveLength(1);
    await expect(cache.isComplete(query, span)).resolves.toBe(true);
  });

  it('replaces a late sample that has changed and forgets one that is gone', async () => {
    const cache = createRangeCache({ store: noStore, now: () => NOW });
    const span = { start: at(40, 9, 50), end: at(40, 10) };
    const { ask } = server();
    await cache.read(query, span, ask);
    const { columns } = await cache.read(query, span, (part) =>
      Promise.resolve({
        samples: [{ labels: { job: 'a' }, time: Float64Array.of(span.end), y: Float64Array.of(7) }],
        coveredFrom: part.start,
      }),
    );
    const settled = span.start / STEP_MS;
    expect([...columns.values()][0].y).toEqual(Float64Array.of(settled, NaN, 7));
  });

  it('lets a second reader of the same query wait and find what the first one asked for', async () => {
    const cache = createRangeCache({ store: noStore, now: () => NOW });
    const { asked, ask } = server();
    const span = { start: at(10), end: at(12) };
    await Promise.all([cache.read(query, span, ask), cache.read(query, span, ask)]);
    expect(asked).toHaveLength(1);
  });

  it('lets the next reader ask where the first one failed', async () => {
    const cache = createRangeCache({ store: noStore, now: () => NOW });
    const span = { start: at(10), end: at(11) };
    const failing = cache.read(query, span, () => Promise.reject(new Error('away')));
    const { ask } = server();
    const next = cache.read(query, span, ask);
    await expect(failing).rejects.toThrow('away');
    expect((await next).columns.size).toBe(1);
  });

  it('asks again for a query that had nothing at all: it may be filled in backwards', async () => {
    const cache = createRangeCache({ store: noStore, now: () => NOW });
    const span = { start: at(10), end: at(11) };
    await cache.read(query, span, ({ start }) => Promise.resolve({ samples: [], coveredFrom: start }));
    await expect(cache.hasData(query)).resolves.toBe(false);
    const { asked, ask } = server();
    await cache.read(query, span, ask);
    expect(asked).toHaveLength(1);
    await expect(cache.hasData(query)).resolves.toBe(true);
  });

  it('does not ask again for what the server refused, and says where its answer starts', async () => {
    const cache = createRangeCache({ store: noStore, now: () => NOW });
    const { asked, ask } = server();
    const span = { start: at(10), end: at(20) };
    const refusing = async (part: TimeSpan) => ask({ ...part, start: Math.max(part.start, at(15, 6)) });
    expect((await cache.read(query, span, refusing)).coveredFrom).toBe(at(15, 6));
    expect((await cache.read(query, span, refusing)).coveredFrom).toBe(at(15, 6));
    expect(asked).toHaveLength(1);
  });

  it('tells what it knows of a span without asking', async () => {
    const cache = createRangeCache({ store: noStore, now: () => NOW });
    const { ask } = server();
    await cache.read(query, { start: at(10), end: at(10, 0, 5) }, ask);
    const { columns } = await cache.recall(query, { start: at(10), end: at(10, 0, 10) });
    const first = at(10) / STEP_MS;
    expect([...columns.values()][0].y).toEqual(Float64Array.of(first, first + 1, NaN));
  });
});

describe('a range cache with a store', () => {
  const owner = { subPath: '/grafana', orgId: 1, userId: 7 };

  it('finds after a reload of the page what was asked before, and asks for the rest', async () => {
    const { asked, ask } = server();
    const cacheOf = () => createRangeCache({ store: createBlockStore(owner, () => NOW), now: () => NOW });
    const span = { start: at(38), end: at(40, 10) };
    await cacheOf().read(query, span, ask);
    await new Promise((resolve) => setTimeout(resolve, 50));
    const reloaded = cacheOf();
    await expect(reloaded.hasData(query)).resolves.toBe(true);
    const { columns, time } = await reloaded.read(query, span, ask);
    expect(asked[1]).toEqual({ start: at(40, 9, 55), end: at(40, 10) });
    expect([...columns.values()][0].y).toEqual(time.map((value) => value / STEP_MS));
  });

  it('forgets what is a week old', async () => {
    const store = createBlockStore(owner, () => NOW + 8 * DAY_MS);
    await expect(store.has(query.key)).resolves.toBe(false);
  });

  it('keeps each user apart', async () => {
    await createBlockStore(owner, () => NOW).save('mine', [{ start: 0, settledUntil: 0, columns: new Map() }]);
    await expect(createBlockStore({ ...owner, userId: 8 }, () => NOW).has('mine')).resolves.toBe(false);
    await expect(createBlockStore(owner, () => NOW).has('mine')).resolves.toBe(true);
  });

  it('forgets the queries of one server', async () => {
    const store = createBlockStore({ ...owner, userId: 9 }, () => NOW);
    const blocks = [{ start: 0, settledUntil: 0, columns: new Map() }];
    await store.save('a up', blocks);
    await store.save('ab up', blocks);
    await store.forget('a ');
    await expect(Promise.all([store.has('a up'), store.has('ab up')])).resolves.toEqual([false, true]);
  });

  it('goes on without a store that the browser blocks, and says so once', async () => {
    const blocked = () => Promise.reject(new Error('blocked'));
    const reasons: string[] = [];
    const cache = createRangeCache({
      store: { load: blocked, has: blocked, save: blocked, forget: blocked },
      now: () => NOW,
      onStoreFailure: (reason) => reasons.push(reason),
    });
    const { ask } = server();
    const { columns } = await cache.read(query, { start: at(10), end: at(12) }, ask);
    expect(columns.size).toBe(1);
    expect(reasons).toEqual(['blocked']);
  });
});
