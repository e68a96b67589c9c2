import 'fake-indexeddb/auto';

import type { TimeSpan } from 'foreband-detector';

import { createBlockStore, type BlockStore } from '../../src/cache/blockStore.js';
import { createRangeCache, type Ask, type Asked, type OnPiece } from '../../src/cache/rangeCache.js';

const STEP_MS = 300_000;
const DAY_MS = 86_400_000;
const query = { key: 'a up', stepMs: STEP_MS };
const NOW = 40 * DAY_MS + 10 * 3_600_000 + 60_000;

/** A server whose value at a time is that time in steps; gives the spans it was asked for. */
function server(labels: Record<string, string> = { job: 'a' }) {
  const asked: TimeSpan[] = [];
  const ask = (span: TimeSpan, onPiece: OnPiece): Promise<Asked> => {
    asked.push(span);
    const length = (span.end - span.start) / STEP_MS + 1;
    const time = Float64Array.from({ length }, (_, row) => span.start + row * STEP_MS);
    onPiece(span, [{ labels, time, y: time.map((value) => value / STEP_MS) }]);
    return Promise.resolve({ coveredFrom: span.start });
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
    const { columns } = await cache.read(query, span, (part, onPiece) => {
      onPiece(part, [{ labels: { job: 'a' }, time: Float64Array.of(span.end), y: Float64Array.of(7) }]);
      return Promise.resolve({ coveredFrom: part.start });
    });
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
    await cache.read(query, span, (part, onPiece) => {
      onPiece(part, []);
      return Promise.resolve({ coveredFrom: part.start });
    });
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
    const refusing: Ask = (part, onPiece) => ask({ ...part, start: Math.max(part.start, at(15, 6)) }, onPiece);
    expect((await cache.read(query, span, refusing)).coveredFrom).toBe(at(15, 6));
    expect((await cache.read(query, span, refusing)).coveredFrom).toBe(at(15, 6));
    expect(asked).toHaveLength(1);
  });

  it('asks for a refused stretch when it is looked at by itself', async () => {
    const cache = createRangeCache({ store: noStore, now: () => NOW });
    const { asked, ask } = server();
    await cache.read(query, { start: at(10), end: at(20) }, (part, onPiece) =>
      ask({ ...part, start: Math.max(part.start, at(15, 6)) }, onPiece),
    );
    const older = { start: at(15, 1), end: at(15, 5) };
    const { columns, time, coveredFrom } = await cache.read(query, older, ask);
    expect(asked[1]).toEqual({ start: at(15), end: older.end });
    expect(coveredFrom).toBe(older.start);
    expect([...columns.values()][0].y).toEqual(time.map((value) => value / STEP_MS));
  });

  it('asks again for what was refused ten minutes ago, and for no more', async () => {
    let now = NOW;
    const cache = createRangeCache({ store: noStore, now: () => now });
    const { asked, ask } = server();
    const span = { start: at(10), end: at(20) };
    await cache.read(query, span, (part, onPiece) => ask({ ...part, start: Math.max(part.start, at(15, 6)) }, onPiece));
    now += 600_000;
    const { coveredFrom, columns, time } = await cache.read(query, span, ask);
    expect(asked[1]).toEqual({ start: at(10), end: at(15, 5, 55) });
    expect(coveredFrom).toBe(span.start);
    expect([...columns.values()][0].y).toEqual(time.map((value) => value / STEP_MS));
  });

  it('leaves out what lies before a refused stretch', async () => {
    const cache = createRangeCache({ store: noStore, now: () => NOW });
    const { ask } = server();
    await cache.read(query, { start: at(10), end: at(11) }, ask);
    const span = { start: at(10), end: at(20) };
    const { columns } = await cache.read(query, span, (part, onPiece) =>
      ask({ ...part, start: Math.max(part.start, at(15)) }, onPiece),
    );
    const [{ y }] = [...columns.values()];
    expect(y.findIndex((value) => !Number.isNaN(value))).toBe((at(15) - at(10)) / STEP_MS);
  });

  it('keeps the pieces that arrived before an answer failed', async () => {
    const cache = createRangeCache({ store: noStore, now: () => NOW });
    const { asked, ask } = server();
    const span = { start: at(10), end: at(20) };
    const failing = cache.read(query, span, async (part, onPiece) => {
      await ask({ start: at(17, 3), end: part.end }, onPiece);
      await ask({ start: at(14), end: at(17, 2, 55) }, onPiece);
      throw new Error('cancelled');
    });
    await expect(failing).rejects.toThrow('cancelled');
    const { columns, time } = await cache.read(query, span, ask);
    expect(asked.slice(2)).toEqual([{ start: at(10), end: at(13, 23, 55) }]);
    expect([...columns.values()][0].y).toEqual(time.map((value) => value / STEP_MS));
  });

  it('answers whole although the memory was filled by another query meanwhile', async () => {
    const cache = createRangeCache({ store: noStore, now: () => NOW });
    const { ask } = server();
    const many: Ask = (part, onPiece) => {
      const samples = Array.from({ length: 3000 }, (_, index) => ({
        labels: { index: String(index) },
        time: Float64Array.of(part.start),
        y: Float64Array.of(1),
      }));
      onPiece(part, samples);
      return Promise.resolve({ coveredFrom: part.start });
    };
    await cache.read(query, { start: at(10), end: at(12) }, ask);
    const { columns, time } = await cache.read(query, { start: at(10), end: at(14) }, async (part, onPiece) => {
      await cache.read({ key: 'a many', stepMs: STEP_MS }, { start: at(10), end: at(20) }, many);
      return ask(part, onPiece);
    });
    expect([...columns.values()][0].y).toEqual(time.map((value) => value / STEP_MS));
  });

  it('asks anew where it was told to forget while an answer was under way', async () => {
    const cache = createRangeCache({ store: noStore, now: () => NOW });
    const old = server({ job: 'old' });
    const { ask } = server({ job: 'new' });
    const span = { start: at(10), end: at(11) };
    let isOld = true;
    const { columns } = await cache.read(query, span, async (part, onPiece) => {
      if (isOld) {
        isOld = false;
        await cache.forget('a ');
        return old.ask(part, onPiece);
      }
      return ask(part, onPiece);
    });
    expect([...columns.values()].map(({ labels }) => labels.job)).toEqual(['new']);
  });

  it('waits at a short step a minute, or two scrapes, for late samples', async () => {
    const short = { key: 'a short', stepMs: 1000 };
    const tailFor = async (scrapeIntervalMs: number) => {
      const cache = createRangeCache({ store: noStore, now: () => NOW, scrapeIntervalMs });
      const asked: TimeSpan[] = [];
      const ask: Ask = (part, onPiece) => {
        asked.push(part);
        onPiece(part, [{ labels: {}, time: Float64Array.of(part.end - 300_000), y: Float64Array.of(1) }]);
        return Promise.resolve({ coveredFrom: part.start });
      };
      const span = { start: NOW - 600_000, end: NOW };
      await cache.read(short, span, ask);
      await cache.read(short, span, ask);
      return NOW - asked[1].start;
    };
    await expect(tailFor(15_000)).resolves.toBe(59_000);
    await expect(tailFor(60_000)).resolves.toBe(119_000);
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
  const owner = 'blocks of 7';

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
    await createBlockStore(owner, () => NOW).save('mine', [
      { start: 0, settledFrom: 0, settledUntil: 0, columns: new Map() },
    ]);
    await expect(createBlockStore('blocks of 8', () => NOW).has('mine')).resolves.toBe(false);
    await expect(createBlockStore(owner, () => NOW).has('mine')).resolves.toBe(true);
  });

  it('forgets the queries of one server', async () => {
    const store = createBlockStore('blocks of 9', () => NOW);
    const blocks = [{ start: 0, settledFrom: 0, settledUntil: 0, columns: new Map() }];
    await store.save('a up', blocks);
    await store.save('ab up', blocks);
    await store.forget('a ');
    await expect(Promise.all([store.has('a up'), store.has('ab up')])).resolves.toEqual([false, true]);
  });

  it('writes a query to the store again after it was forgotten', async () => {
    const store = createBlockStore('blocks of 10', () => NOW);
    const cache = createRangeCache({ store, now: () => NOW });
    const { ask } = server();
    const span = { start: at(10), end: at(12) };
    await cache.read(query, span, ask);
    await cache.forget('a ');
    await expect(store.has(query.key)).resolves.toBe(false);
    await cache.read(query, span, ask);
    await expect(store.has(query.key)).resolves.toBe(true);
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
