/** @jest-environment node */
import 'fake-indexeddb/auto';

import type { MatrixAnswer } from '../../src/api/answer.js';
import { PrometheusError } from '../../src/api/prometheusError.js';
import { createBlockStore, type BlockStore } from '../../src/grid/blockStore.js';
import { createGridArchive } from '../../src/grid/gridArchive.js';
import { gridStore, type GridRange, type GridTypes } from '../../src/grid/gridStore.js';
import { RangeClient } from '../../src/range/rangeClient.js';
import type { QueryName } from '../../src/range/rangeStore.js';
import type { TimeSpan } from '../../src/span.js';
import type { Transport } from '../../src/range/transport.js';
import { FakeClock } from '../range/fakeClock.js';

const STEP_MS = 300_000;
const DAY_MS = 86_400_000;
const query = { key: 'a up', stepMs: STEP_MS };
const NOW = 40 * DAY_MS + 10 * 3_600_000 + 60_000;

type Ask = Transport<MatrixAnswer>;

const at = (days: number, hours = 0, minutes = 0) => days * DAY_MS + hours * 3_600_000 + minutes * 60_000;

function answerOf(...series: MatrixAnswer['series']): MatrixAnswer {
  return { series, hasHistograms: false, warnings: [], infos: [] };
}

/** A server whose value at a time is that time in steps; gives the spans it was asked for. */
function server(labels: Record<string, string> = { job: 'a' }) {
  const asked: TimeSpan[] = [];
  const ask: Ask = (span) => {
    asked.push(span);
    const length = (span.end - span.start) / STEP_MS + 1;
    const time = Float64Array.from({ length }, (_, row) => span.start + row * STEP_MS);
    return Promise.resolve(answerOf({ labels, time, y: time.map((value) => value / STEP_MS) }));
  };
  return { asked, ask };
}

/** The same server, which refuses what begins before a time. */
function refusing(ask: Ask, before: number): Ask {
  return (span, sending) =>
    span.start < before ? Promise.reject(new PrometheusError('limit', 'too long', 422)) : ask(span, sending);
}

function open(clock = new FakeClock(NOW), more: { store?: BlockStore; scrapeIntervalMs?: number } = {}) {
  const { store, scrapeIntervalMs } = more;
  const archive = store && createGridArchive(store);
  return new RangeClient<GridTypes>({ clock, store: gridStore, archive, scrapeIntervalMs });
}

async function read(client: RangeClient<GridTypes>, name: QueryName, span: TimeSpan, ask: Ask): Promise<GridRange> {
  const observer = client.observe(name, { span, ask });
  try {
    return (await observer.complete('visible')).range;
  } finally {
    observer.leave();
  }
}

const onlyColumn = ({ columns }: GridRange) => [...columns.values()][0].y;
const expected = ({ time }: GridRange) => time.map((value) => value / STEP_MS);

describe('a reader of ranges on a grid', () => {
  it('gives the values of the span asked for, on every step of it', async () => {
    const span = { start: at(38, 10), end: at(40, 10) };
    const range = await read(open(), query, span, server().ask);
    const { time, columns, coveredFrom } = range;
    expect([...columns.values()][0].labels).toEqual({ job: 'a' });
    expect([time[0], time.at(-1), time.length]).toEqual([span.start, span.end, 577]);
    expect(onlyColumn(range)).toEqual(expected(range));
    expect(coveredFrom).toBe(span.start);
  });

  it('asks on a refresh only for the new steps and the last two, whose samples may have come late', async () => {
    const clock = new FakeClock(NOW);
    const client = open(clock);
    const { asked, ask } = server();
    await read(client, query, { start: at(38, 10), end: at(40, 10) }, ask);
    await clock.advance(2 * STEP_MS);
    const range = await read(client, query, { start: at(38, 10, 10), end: at(40, 10, 10) }, ask);
    expect(asked[1]).toEqual({ start: at(40, 9, 55), end: at(40, 10, 10) });
    expect(onlyColumn(range)).toEqual(expected(range));
  });

  it('asks for nothing of a range that is past and known', async () => {
    const client = open();
    const { asked, ask } = server();
    const span = { start: at(10), end: at(12) };
    await read(client, query, span, ask);
    await read(client, query, { start: at(10, 3), end: at(11, 5) }, ask);
    expect(asked).toHaveLength(1);
    await expect(client.isComplete(query, span)).resolves.toBe(true);
  });

  it('replaces a late sample that has changed and forgets one that is gone', async () => {
    const clock = new FakeClock(NOW);
    const client = open(clock);
    const span = { start: at(40, 9, 50), end: at(40, 10) };
    await read(client, query, span, server().ask);
    await clock.advance(5000);
    const range = await read(client, query, span, () =>
      Promise.resolve(answerOf({ labels: { job: 'a' }, time: Float64Array.of(span.end), y: Float64Array.of(7) })),
    );
    expect(onlyColumn(range)).toEqual(Float64Array.of(span.start / STEP_MS, NaN, 7));
  });

  it('asks again for a query that had nothing at all: it may be filled in backwards', async () => {
    const clock = new FakeClock(NOW);
    const client = open(clock);
    const span = { start: at(10), end: at(11) };
    await read(client, query, span, () => Promise.resolve(answerOf()));
    await expect(client.hasSamples(query)).resolves.toBe(false);
    await clock.advance(5000);
    const { asked, ask } = server();
    await read(client, query, span, ask);
    expect(asked).toHaveLength(1);
    await expect(client.hasSamples(query)).resolves.toBe(true);
  });

  it('does not ask again for what the server refused, and says where its answer starts', async () => {
    const clock = new FakeClock(NOW);
    const client = open(clock);
    const { asked, ask } = server();
    const span = { start: at(10), end: at(20) };
    const { coveredFrom } = await read(client, query, span, refusing(ask, at(15, 6)));
    expect(coveredFrom).toBeGreaterThanOrEqual(at(15, 6));
    expect(coveredFrom).toBeLessThan(at(15, 9));
    const nAsked = asked.length;
    await clock.advance(60_000);
    expect((await read(client, query, span, refusing(ask, at(15, 6)))).coveredFrom).toBe(coveredFrom);
    expect(asked).toHaveLength(nAsked);
  });

  it('asks for a refused stretch when it is looked at by itself', async () => {
    const client = open();
    const { ask, asked } = server();
    await read(client, query, { start: at(10), end: at(20) }, refusing(ask, at(15, 6)));
    asked.length = 0;
    const older = { start: at(15, 1), end: at(15, 5) };
    const range = await read(client, query, older, ask);
    expect(asked).toEqual([{ start: at(15), end: older.end }]);
    expect(range.coveredFrom).toBe(older.start);
    expect(onlyColumn(range)).toEqual(expected(range));
  });

  it('asks again for what was refused ten minutes ago, and for no more', async () => {
    const clock = new FakeClock(NOW);
    const client = open(clock);
    const { asked, ask } = server();
    const span = { start: at(10), end: at(20) };
    const { coveredFrom } = await read(client, query, span, refusing(ask, at(15, 6)));
    asked.length = 0;
    await clock.advance(600_000);
    const range = await read(client, query, span, ask);
    expect(asked).toEqual([{ start: at(10), end: coveredFrom - STEP_MS }]);
    expect(range.coveredFrom).toBe(span.start);
    expect(onlyColumn(range)).toEqual(expected(range));
  });

  it('leaves out what lies before a refused stretch', async () => {
    const client = open();
    const { ask } = server();
    await read(client, query, { start: at(10), end: at(11) }, ask);
    const span = { start: at(10), end: at(20) };
    const range = await read(client, query, span, refusing(ask, at(15)));
    const first = onlyColumn(range).findIndex((value) => !Number.isNaN(value));
    expect(range.time[first]).toBe(range.coveredFrom);
    expect(range.coveredFrom).toBeGreaterThanOrEqual(at(15));
  });

  it('does without what lies before the span, where a server refuses the rest of the first block', async () => {
    const clock = new FakeClock(NOW);
    const client = open(clock);
    const { ask } = server();
    const span = { start: at(15, 20), end: at(20) };
    const range = await read(client, query, span, refusing(ask, at(15, 6)));
    expect(range.coveredFrom).toBe(span.start);
    expect(onlyColumn(range)).toEqual(expected(range));
    await clock.advance(5000);
    const { asked, ask: askAgain } = server();
    await read(client, query, span, askAgain);
    expect(asked).toEqual([]);
  });

  it('stores the pieces that arrived before an answer failed', async () => {
    const client = open();
    const { asked, ask } = server();
    const span = { start: at(10), end: at(20) };
    const failing = read(client, query, span, (part, sending) => {
      const isShort = part.end - part.start < 4 * DAY_MS;
      const error = new PrometheusError(isShort ? 'unreachable' : 'limit', isShort ? 'away' : 'too long');
      return isShort && part.end === span.end ? ask(part, sending) : Promise.reject(error);
    });
    await expect(failing).rejects.toThrow('away');
    const [newest] = asked;
    const range = await read(client, query, span, ask);
    expect(asked.slice(1).map(({ end }) => end)).toContain(newest.start - STEP_MS);
    expect(asked.slice(1).every(({ end }) => end < newest.start)).toBe(true);
    expect(onlyColumn(range)).toEqual(expected(range));
  });

  it('asks anew where it was told to forget while an answer was under way', async () => {
    const client = open();
    const old = server({ job: 'old' });
    const { ask } = server({ job: 'new' });
    const span = { start: at(10), end: at(11) };
    let isOld = true;
    const { columns } = await read(client, query, span, async (part, sending) => {
      if (isOld) {
        isOld = false;
        await client.forget('a ');
        return old.ask(part, sending);
      }
      return ask(part, sending);
    });
    expect([...columns.values()].map(({ labels }) => labels.job)).toEqual(['new']);
  });

  it.each([
    [15_000, 59_000],
    [60_000, 119_000],
  ])('waits at a short step a minute, or two scrapes of %d ms, for late samples', async (scrapeIntervalMs, tailMs) => {
    const short = { key: 'a short', stepMs: 1000 };
    const clock = new FakeClock(NOW);
    const client = open(clock, { scrapeIntervalMs });
    const asked: TimeSpan[] = [];
    const ask: Ask = (part) => {
      asked.push(part);
      const time = Float64Array.of(part.end - 300_000);
      return Promise.resolve(answerOf({ labels: {}, time, y: Float64Array.of(1) }));
    };
    const span = { start: NOW - 600_000, end: NOW };
    await read(client, short, span, ask);
    await clock.advance(5000);
    await read(client, short, span, ask);
    expect(NOW - asked[1].start).toBe(tailMs);
  });

  it('tells what it knows of a span without asking', async () => {
    const client = open();
    await read(client, query, { start: at(10), end: at(10, 0, 5) }, server().ask);
    const range = await client.recall(query, { start: at(10), end: at(10, 0, 10) });
    const first = at(10) / STEP_MS;
    expect(onlyColumn(range)).toEqual(Float64Array.of(first, first + 1, NaN));
  });
});

describe('a reader of ranges with an archive', () => {
  const owner = 'blocks of 7';

  it('finds after a reload of the page what was asked before, and asks for the rest', async () => {
    const { asked, ask } = server();
    const reopened = () => open(new FakeClock(NOW), { store: createBlockStore(owner, () => NOW) });
    const span = { start: at(38), end: at(40, 10) };
    await read(reopened(), query, span, ask);
    await new Promise((resolve) => setTimeout(resolve, 50));
    const reloaded = reopened();
    await expect(reloaded.hasSamples(query)).resolves.toBe(true);
    const range = await read(reloaded, query, span, ask);
    expect(asked[1]).toEqual({ start: at(40, 9, 55), end: at(40, 10) });
    expect(onlyColumn(range)).toEqual(expected(range));
  });

  it('forgets what is a week old', async () => {
    const store = createBlockStore(owner, () => NOW + 8 * DAY_MS);
    await expect(store.has(query.key)).resolves.toBe(false);
  });

  it('holds each user apart', async () => {
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
    const client = open(new FakeClock(NOW), { store });
    const span = { start: at(10), end: at(12) };
    await read(client, query, span, server().ask);
    await client.forget('a ');
    await expect(store.has(query.key)).resolves.toBe(false);
    await read(client, query, span, server().ask);
    await expect(store.has(query.key)).resolves.toBe(true);
  });

  it('goes on without a store that the browser blocks, and says so once', async () => {
    const blocked = () => Promise.reject(new Error('blocked'));
    const reasons: string[] = [];
    const archive = createGridArchive({ load: blocked, has: blocked, save: blocked, forget: blocked }, (reason) =>
      reasons.push(reason),
    );
    const client = new RangeClient<GridTypes>({ clock: new FakeClock(NOW), store: gridStore, archive });
    const { columns } = await read(client, query, { start: at(10), end: at(12) }, server().ask);
    expect(columns.size).toBe(1);
    expect(reasons).toEqual(['blocked']);
  });
});
