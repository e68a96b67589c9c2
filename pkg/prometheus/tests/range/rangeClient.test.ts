import { PrometheusError } from '../../src/api/prometheusError.js';
import { createRequestQueue } from '../../src/api/requestQueue.js';
import { RangeClient, type RangeClientOptions } from '../../src/range/rangeClient.js';
import type { RangeObserver } from '../../src/range/rangeObserver.js';
import type { TimeSpan } from '../../src/span.js';
import type { Transport } from '../../src/range/transport.js';
import { createRowStore, type RowsBySeries, type RowTypes } from '../../src/rows/rowStore.js';

import { FakeClock, settle } from './fakeClock.js';

const STEP_MS = 60_000;
const HOUR_MS = 60 * STEP_MS;

/** Rows that are the times of their steps alone. */
type Times = readonly number[];
type Types = RowTypes<Times>;
type Observer = RangeObserver<Types>;

const within = (times: Times, { start, end }: TimeSpan) => times.filter((time) => time >= start && time <= end);

const store = createRowStore<Times>({
  replace: (known = [], answered, span) =>
    [...known.filter((time) => time < span.start || time > span.end), ...within(answered, span)].sort((a, b) => a - b),
  size: (times) => times.length,
});

const span = (startStep: number, endStep: number): TimeSpan => ({ start: startStep * STEP_MS, end: endStep * STEP_MS });

/** A server that takes a second and a half, or as long as it is told to, to answer with every step. */
function open(options: Partial<RangeClientOptions<Types>> & { answerMs?: number; limit?: number } = {}) {
  const { answerMs = 1500, limit = 4, ...rest } = options;
  const clock = new FakeClock(1000 * HOUR_MS);
  const asked: Array<readonly [key: string, startStep: number, endStep: number]> = [];
  const signals: AbortSignal[] = [];
  const queue = createRequestQueue(limit);
  let failure: Error | undefined;
  const client = new RangeClient<Types>({ clock, store, ...rest });
  const transport =
    (key: string): Transport<RowsBySeries<Times>> =>
    ({ start, end }, { signal, priority }) =>
      queue.run(
        async () => {
          asked.push([key, start / STEP_MS, end / STEP_MS]);
          signals.push(signal);
          await clock.sleep(answerMs);
          signal.throwIfAborted();
          if (failure !== undefined) {
            throw failure;
          }
          const length = (end - start) / STEP_MS + 1;
          return new Map([['a', Array.from({ length }, (_, row) => start + row * STEP_MS)]]);
        },
        priority,
        signal,
      );
  const observe = (wanted: TimeSpan, key = 'up') =>
    client.observe({ key, stepMs: STEP_MS }, { span: wanted, ask: transport(key) });
  const fail = (error: Error | undefined) => {
    failure = error;
  };
  return { client, clock, asked, signals, observe, fail };
}

/** Asks for what an observer wants; failures are seen in its result. */
function ask(...observers: Observer[]): void {
  for (const observer of observers) {
    observer.complete('training').catch(() => undefined);
  }
}

const kinds = (observers: readonly Observer[]) => observers.map(({ result }) => result.kind);

describe('a client of ranges', () => {
  it('sends one request for all who want the same span', async () => {
    const { asked, observe, clock } = open();
    const observers = Array.from({ length: 20 }, () => observe(span(0, 100)));
    ask(...observers);
    await clock.advance(1500);
    expect(asked).toEqual([['up', 0, 100]]);
    expect(kinds(observers)).toEqual(Array.from({ length: 20 }, () => 'complete'));
  });

  it('gives all readers of the same span the same object', async () => {
    const { observe, clock } = open();
    const [one, other] = [observe(span(0, 100)), observe(span(0, 100))];
    ask(one, other);
    await clock.advance(1500);
    const [left, right] = [one.result, other.result];
    expect(left.kind === 'complete' && right.kind === 'complete' && left.range === right.range).toBe(true);
  });

  it('draws 20 panels of one query in two answers: their visible part and their history, each asked for once', async () => {
    const { asked, observe, clock } = open();
    const startedAt = clock.now();
    const drawn: number[] = [];
    const complete: number[] = [];
    const panel = async (endStep: number) => {
      const [visible, training] = [observe(span(endStep - 360, endStep)), observe(span(0, endStep - 600))];
      await visible.complete('visible');
      drawn.push(clock.now() - startedAt);
      await training.complete('training');
      complete.push(clock.now() - startedAt);
      [visible, training].forEach((one) => one.leave());
    };
    const panels = Promise.all(Array.from({ length: 20 }, () => panel(10_000)));
    await clock.advance(60_000);
    await panels;
    expect(asked).toEqual([
      ['up', 9640, 10_000],
      ['up', 0, 9400],
    ]);
    expect(new Set(drawn)).toEqual(new Set([1500]));
    expect(new Set(complete)).toEqual(new Set([3000]));
    expect(complete).toHaveLength(20);
  });

  it('asks for the newest steps once where panels come one after the other within a second', async () => {
    const { asked, observe, clock } = open({ answerMs: 20 });
    for (let panel = 0; panel < 10; panel++) {
      ask(observe(span(0, 100)));
      await clock.advance(80);
    }
    expect(asked).toHaveLength(1);
  });

  it('asks for what is older than a request under way beside it', async () => {
    const { asked, observe, clock } = open();
    ask(observe(span(90, 100)));
    await settle();
    const wide = observe(span(0, 100));
    ask(wide);
    await clock.advance(1500);
    expect(asked).toEqual([
      ['up', 90, 100],
      ['up', 0, 89],
    ]);
    expect(wide.result.kind).toBe('complete');
  });

  it('waits with newer steps for a request under way, and asks for them in one', async () => {
    const { asked, observe, clock } = open();
    const panels = [observe(span(0, 100)), observe(span(0, 101)), observe(span(0, 102))];
    ask(panels[0], panels[1]);
    await clock.advance(1000);
    panels[1].leave();
    ask(panels[2]);
    await clock.advance(3000);
    expect(asked).toEqual([
      ['up', 0, 100],
      ['up', 101, 102],
    ]);
  });

  it('asks an idle query again only for its tail', async () => {
    const { asked, observe, clock } = open();
    const first = observe(span(0, 100));
    ask(first);
    await clock.advance(1500);
    first.leave();
    await clock.advance(60_000);
    ask(observe(span(1, 101)));
    await clock.advance(1500);
    expect(asked.slice(1)).toEqual([['up', 98, 101]]);
  });
});

describe('an observed query', () => {
  it('is never evicted: with 31 queries in use each refresh asks for 31 tails and no history', async () => {
    const { asked, observe, clock } = open({ maxIdleNumbers: 100, idleAfterMs: 1000, answerMs: 10 });
    const keys = Array.from({ length: 31 }, (_, index) => `query ${index}`);
    let panels = keys.map((key) => observe(span(0, 1000), key));
    ask(...panels);
    await clock.advance(60_000);
    expect(asked).toHaveLength(31);
    for (let refresh = 1; refresh <= 10; refresh++) {
      const before = panels;
      panels = keys.map((key) => observe(span(refresh, 1000 + refresh), key));
      before.forEach((one) => one.leave());
      ask(...panels);
      await clock.advance(60_000);
    }
    expect(asked).toHaveLength(31 * 11);
    const histories = asked.filter(([, start, end]) => end - start > 3);
    expect(histories).toHaveLength(31);
  });

  it('counts as in use for five minutes after the last who wanted it has left', async () => {
    const { asked, observe, clock } = open({ maxIdleNumbers: 0 });
    for (let refresh = 0; refresh < 3; refresh++) {
      const panel = observe(span(refresh, 1000 + refresh));
      ask(panel);
      await clock.advance(1500);
      panel.leave();
      await clock.advance(290_000);
    }
    expect(asked.map(([, start]) => start)).toEqual([0, 998, 999]);
  });

  it('is dropped when it is idle and idle queries take too much, the longest idle first', async () => {
    const { asked, client, observe, clock } = open({ maxIdleNumbers: 1500, idleAfterMs: 1000 });
    for (const key of ['old', 'young']) {
      const panel = observe(span(0, 1000), key);
      ask(panel);
      await clock.advance(1500);
      panel.leave();
      await clock.advance(100);
    }
    await clock.advance(5000);
    const sizes = ['old', 'young'].map((key) => client.query({ key, stepMs: STEP_MS }).size);
    expect(sizes).toEqual([0, 1001]);
    expect(asked).toHaveLength(2);
  });
});

describe('a request', () => {
  it('ends a second after the last who waited for it has left', async () => {
    const { signals, observe, clock } = open({ answerMs: 60_000 });
    const [left, right] = [observe(span(0, 10)), observe(span(0, 10))];
    ask(left, right);
    await settle();
    left.leave();
    await clock.advance(5000);
    expect(signals[0].aborted).toBe(false);
    right.leave();
    await clock.advance(999);
    expect(signals[0].aborted).toBe(false);
    await clock.advance(1);
    expect(signals[0].aborted).toBe(true);
  });

  it('ends although somebody wants another span of the same query', async () => {
    const { signals, observe, clock } = open({ answerMs: 60_000 });
    const [recent, old] = [observe(span(90, 100)), observe(span(0, 50))];
    ask(recent, old);
    await settle();
    old.leave();
    await clock.advance(1000);
    expect(signals.map(({ aborted }) => aborted)).toEqual([false, true]);
  });

  it('goes on where a refresh leaves and comes back: answers slower than the refreshes arrive', async () => {
    const { asked, observe, clock } = open({ answerMs: 12_000 });
    let panel: Observer | undefined;
    let nDrawn = 0;
    for (let refresh = 0; refresh < 10; refresh++) {
      panel?.leave();
      await clock.advance(10);
      panel = observe(span(0, 100));
      panel.subscribe(() => nDrawn++);
      ask(panel);
      await clock.advance(4990);
    }
    expect(asked).toHaveLength(1);
    expect(nDrawn).toBeGreaterThan(0);
    expect(panel?.result.kind).toBe('complete');
  });

  it('rejects with a cancellation who leaves while it is under way', async () => {
    const { observe } = open();
    const panel = observe(span(0, 10));
    const completion = panel.complete('visible');
    panel.leave();
    await expect(completion).rejects.toMatchObject({ kind: 'cancelled' });
  });

  it('leaves no listener on the signal of one who has left', async () => {
    const { client } = open();
    const { signal } = new AbortController();
    const removed = jest.spyOn(signal, 'removeEventListener');
    const wanted = { span: span(0, 10), ask: () => Promise.resolve(new Map()) };
    const added = jest.spyOn(signal, 'addEventListener');
    client.observe({ key: 'up', stepMs: STEP_MS }, wanted, signal).leave();
    expect(removed.mock.calls.map(([type, listener]) => [type, listener])).toEqual(
      added.mock.calls.map(([type, listener]) => [type, listener]),
    );
    expect(added).toHaveBeenCalledTimes(1);
  });

  it('that fails fails all who wait for it, and the next who asks sends another', async () => {
    const { asked, observe, clock, fail } = open();
    fail(new PrometheusError('unreachable', 'away', 502));
    const panels = [observe(span(0, 10)), observe(span(0, 10))];
    ask(...panels);
    await clock.advance(1500);
    expect(kinds(panels)).toEqual(['failed', 'failed']);
    expect(asked).toHaveLength(1);
    fail(undefined);
    const next = observe(span(0, 10));
    ask(next);
    await clock.advance(1500);
    expect(asked).toHaveLength(2);
    expect(kinds([next, ...panels])).toEqual(['complete', 'complete', 'complete']);
  });

  it('is sent for the missing part alone after one that failed in part', async () => {
    const { asked, observe, clock, fail } = open();
    ask(observe(span(50, 100)));
    await clock.advance(1500);
    fail(new Error('away'));
    const panel = observe(span(0, 100));
    ask(panel);
    await clock.advance(1500);
    expect(panel.result.kind).toBe('failed');
    expect(panel.known().covered).toEqual([span(50, 100)]);
    fail(undefined);
    ask(panel);
    await clock.advance(1500);
    expect(asked.slice(1)).toEqual([
      ['up', 0, 49],
      ['up', 0, 49],
    ]);
    expect(panel.result.kind).toBe('complete');
  });

  it('tries a length that was accepted before at once, for all of the query', async () => {
    const clock = new FakeClock(1000 * HOUR_MS);
    const lengths: number[] = [];
    const client = new RangeClient<Types>({ clock, store });
    const strict: Transport<RowsBySeries<Times>> = ({ start, end }) => {
      lengths.push((end + STEP_MS - start) / HOUR_MS);
      return end - start >= 12 * HOUR_MS
        ? Promise.reject(new PrometheusError('limit', 'limit: 12h', 422))
        : Promise.resolve(new Map([['a', [start]]]));
    };
    const read = async (wanted: TimeSpan) => {
      await client.observe({ key: 'up', stepMs: STEP_MS }, { span: wanted, ask: strict }).complete('training');
    };
    await read({ start: 900 * HOUR_MS, end: 996 * HOUR_MS - STEP_MS });
    expect(lengths).toEqual([96, 48, 24, 12, ...Array.from({ length: 7 }, () => 12)]);
    lengths.length = 0;
    await read({ start: 852 * HOUR_MS, end: 900 * HOUR_MS - STEP_MS });
    expect(lengths).toEqual([12, 12, 12, 12]);
  });
});
