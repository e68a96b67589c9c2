import { CoreApp, dateTime, FieldType, toDataFrame, type DataQueryRequest } from '@grafana/data';

import type { AskableSource } from './rerun';
import { TrainingStore, type Wanted } from './TrainingStore';

const STEP = 60_000;
const MIDNIGHT = 86_400_000;

const panelRequest: DataQueryRequest = {
  requestId: 'Q1',
  targets: [],
  range: { from: dateTime(0), to: dateTime(0), raw: { from: 'now-1h', to: 'now' } },
  interval: '15s',
  intervalMs: 15_000,
  maxDataPoints: 500,
  scopedVars: { host: { text: 'web', value: 'web' }, __interval: { text: '15s', value: '15s' } },
  filters: [{ key: 'job', operator: '=', value: 'node' }],
  timezone: 'Europe/Berlin',
  app: CoreApp.Dashboard,
  startTime: 0,
  panelId: 7,
};

/** A source that answers every step with the step's number, and notes what it was asked. */
function countingSource(variable = 'web') {
  const asked: DataQueryRequest[] = [];
  const source: AskableSource = {
    name: 'Prometheus',
    fingerprint: (targets) => JSON.stringify([targets, variable]),
    ask: (request) => {
      asked.push(request);
      const start = request.range.from.valueOf();
      const n = (request.range.to.valueOf() - start) / STEP + 1;
      const time = Array.from({ length: n }, (_, row) => start + row * STEP);
      return Promise.resolve([
        toDataFrame({
          refId: 'A',
          fields: [
            { name: 'time', type: FieldType.time, values: time },
            { name: 'value', type: FieldType.number, labels: { host: 'web' }, values: time.map((at) => at / STEP) },
          ],
        }),
      ]);
    },
  };
  return { asked, source };
}

function wanted(start: number, end: number): Wanted {
  return {
    request: panelRequest,
    parts: [{ datasource: { uid: 'prom' }, targets: [{ refId: 'A' }] }],
    span: { start, end },
    stepMs: STEP,
  };
}

async function ask(store: TrainingStore, want: Wanted, asker: object = {}) {
  const { key, found } = await store.prepare(want);
  return store.complete(key, found, want, asker);
}

/** A source that answers each request only when told to, as the counting source does, or refuses when cancelled. */
function slowSource() {
  const { asked, source } = countingSource();
  const waiting: Array<() => void> = [];
  const signals: AbortSignal[] = [];
  const slow: AskableSource = {
    ...source,
    ask: async (request, signal) => {
      signals.push(signal);
      const answer = source.ask(request, signal);
      await new Promise<void>((resolve, reject) => {
        waiting.push(resolve);
        signal.addEventListener('abort', () => reject(new Error('cancelled')));
      });
      return answer;
    },
  };
  const answerNext = async () => {
    waiting.shift()?.();
    await settle();
  };
  return { asked, signals, answerNext, store: new TrainingStore(() => Promise.resolve(slow)) };
}

async function settle() {
  for (let turn = 0; turn < 20; turn++) {
    await Promise.resolve();
  }
}

const KEY = JSON.stringify(['A', [['host', 'web']]]);

describe('TrainingStore', () => {
  it('asks with its own request id, the training range and step, and everything else as the panel', async () => {
    const { asked, source } = countingSource();
    await ask(new TrainingStore(() => Promise.resolve(source)), wanted(MIDNIGHT, MIDNIGHT + 10 * STEP));
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatchObject({
      intervalMs: STEP,
      interval: '1m',
      maxDataPoints: 11,
      timezone: 'Europe/Berlin',
      filters: panelRequest.filters,
      scopedVars: { host: { value: 'web' }, __interval: { value: '1m' }, __interval_ms: { value: STEP } },
    });
    expect(asked[0].requestId).not.toBe(panelRequest.requestId);
    expect(asked[0].range.raw.from.valueOf()).toBe(MIDNIGHT);
  });

  it('asks nothing for a range inside what it knows', async () => {
    const { asked, source } = countingSource();
    const store = new TrainingStore(() => Promise.resolve(source));
    const first = await ask(store, wanted(0, MIDNIGHT));
    const zoomed = await ask(store, wanted(20 * STEP, 30 * STEP));
    expect(asked).toHaveLength(1);
    expect(zoomed).toBe(first);
  });

  it('asks only for the tail on a refresh, and gives one series without doubled rows', async () => {
    const { asked, source } = countingSource();
    const store = new TrainingStore(() => Promise.resolve(source));
    await ask(store, wanted(0, 100 * STEP));
    const answer = await ask(store, wanted(0, 101 * STEP));
    expect(asked[1].range.from.valueOf()).toBe(98 * STEP);
    expect([...(answer.series.get(KEY)?.y ?? [])]).toEqual(Array.from({ length: 102 }, (_, row) => row));
    expect(answer.askedFor).toMatchObject({ nRequests: 2, span: { start: 0, end: 101 * STEP } });
  });

  it('asks anew when a variable changes what the query means', async () => {
    const [web, db] = [countingSource('web'), countingSource('db')];
    const sources = [web.source, db.source];
    const store = new TrainingStore(() => Promise.resolve(sources.shift() ?? web.source));
    await ask(store, wanted(0, 100 * STEP));
    await ask(store, wanted(0, 100 * STEP));
    expect([web.asked.length, db.asked.length]).toEqual([1, 1]);
  });

  it('asks for long ranges in pieces', async () => {
    const { asked, source } = countingSource();
    const store = new TrainingStore(() => Promise.resolve(source));
    const answer = await ask(store, wanted(0, 25_000 * STEP));
    expect(asked).toHaveLength(3);
    expect(answer.series.get(KEY)?.time).toHaveLength(25_001);
  });

  it('remembers nothing of a request that failed', async () => {
    const { source } = countingSource();
    const failing = { ...source, ask: () => Promise.reject(new Error('bad_data: parse error')) };
    const store = new TrainingStore(() => Promise.resolve(failing));
    await expect(ask(store, wanted(0, STEP))).rejects.toThrow('bad_data: parse error');
    const { key } = await store.prepare(wanted(0, STEP));
    expect(store.known(key)).toBeUndefined();
  });

  it('sends one request for panels that mount together with the same query', async () => {
    const { asked, answerNext, store } = slowSource();
    const both = Promise.all([ask(store, wanted(0, 100 * STEP)), ask(store, wanted(0, 100 * STEP))]);
    await settle();
    await answerNext();
    const [left, right] = await both;
    expect(asked).toHaveLength(1);
    expect(left).toBe(right);
  });

  it('lets a refresh wait for the history under way and then asks for the tail alone, once', async () => {
    const { asked, signals, answerNext, store } = slowSource();
    const panel = {};
    const first = ask(store, wanted(0, 100 * STEP), panel);
    await settle();
    const second = ask(store, wanted(0, 101 * STEP), panel);
    await settle();
    const third = ask(store, wanted(0, 102 * STEP), panel);
    await settle();
    expect(asked).toHaveLength(1);
    await answerNext();
    await answerNext();
    await Promise.all([first, second]);
    expect((await third).askedFor.span).toEqual({ start: 0, end: 102 * STEP });
    expect(asked.map(({ range }) => range.from.valueOf())).toEqual([0, 98 * STEP]);
    expect(signals.some(({ aborted }) => aborted)).toBe(false);
  });

  it('keeps the pieces that arrived before one failed, and goes on from there', async () => {
    const { asked, source } = countingSource();
    let nAsked = 0;
    const failingOnce: AskableSource = {
      ...source,
      ask: (request, signal) => {
        nAsked++;
        return nAsked === 2 ? Promise.reject(new Error('timeout')) : source.ask(request, signal);
      },
    };
    const store = new TrainingStore(() => Promise.resolve(failingOnce));
    await expect(ask(store, wanted(0, 15_000 * STEP))).rejects.toThrow('timeout');
    const { key } = await store.prepare(wanted(0, 15_000 * STEP));
    expect(store.known(key)).toBeUndefined();
    const answer = await ask(store, wanted(0, 15_000 * STEP));
    expect(asked.map(({ range }) => range.from.valueOf())).toEqual([0, 9_997 * STEP]);
    expect(answer.series.get(KEY)?.time).toHaveLength(15_001);
    expect(store.known(key)).toBe(answer);
  });

  it('cancels a history only when the last panel that waits for it has left', async () => {
    const { signals, store } = slowSource();
    const [left, right] = [{}, {}];
    const asking = [left, right].map((panel) => ask(store, wanted(0, STEP), panel));
    const outcomes = Promise.allSettled(asking);
    await settle();
    store.leave(left);
    expect(signals[0].aborted).toBe(false);
    store.leave(right);
    expect(signals[0].aborted).toBe(true);
    expect((await outcomes).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });
});
