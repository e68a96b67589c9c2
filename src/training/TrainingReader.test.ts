import { dateTime, FieldType, toDataFrame, type DataQueryRequest } from '@grafana/data';

import { PrometheusError } from 'foreband-prometheus';

import { FakeClock, settle } from '../../pkg/prometheus/tests/range/fakeClock';

import { panelRequest } from '../grafana/testing/panelRequest';

import type { AskableSource } from './rerun';
import { answerOf, TrainingReader, type WantedTraining } from './TrainingReader';

const STEP = 60_000;
const MIDNIGHT = 86_400_000;

const request = panelRequest({
  range: { from: dateTime(0), to: dateTime(0), raw: { from: 'now-1h', to: 'now' } },
  interval: '15s',
  intervalMs: 15_000,
  maxDataPoints: 500,
  scopedVars: { host: { text: 'web', value: 'web' }, __interval: { text: '15s', value: '15s' } },
  filters: [{ key: 'job', operator: '=', value: 'node' }],
  timezone: 'Europe/Berlin',
  panelId: 7,
});

/** A source that answers every step with the step's number, and notes what it was asked. */
function countingSource(variable = 'web') {
  const asked: DataQueryRequest[] = [];
  const source: AskableSource = {
    uid: 'prom',
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

function wanted(start: number, end: number): WantedTraining {
  return {
    request,
    parts: [{ datasource: { uid: 'prom' }, targets: [{ refId: 'A' }] }],
    span: { start, end },
    stepMs: STEP,
  };
}

function open(...sources: readonly AskableSource[]) {
  const clock = new FakeClock(400 * MIDNIGHT);
  let nFound = 0;
  const reader = new TrainingReader(() => Promise.resolve(sources[nFound++ % sources.length]), clock);
  return { clock, reader };
}

async function observe(reader: TrainingReader, want: WantedTraining) {
  const training = await reader.find(want);
  return { training, range: reader.observe(training) };
}

async function ask(reader: TrainingReader, want: WantedTraining) {
  const { training, range } = await observe(reader, want);
  try {
    return answerOf(training, (await range.complete('training')).range);
  } finally {
    range.leave();
  }
}

/** A source that answers each request only when told to, as the counting source does, or refuses when canceled. */
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
  return { asked, signals, answerNext, ...open(slow) };
}

const starts = (asked: readonly DataQueryRequest[]) => asked.map(({ range }) => range.from.valueOf() / STEP);

const KEY = JSON.stringify(['A', [['host', 'web']]]);

describe('TrainingReader', () => {
  it('asks with its own request id, the training range and step, and everything else as the panel', async () => {
    const { asked, source } = countingSource();
    await ask(open(source).reader, wanted(MIDNIGHT, MIDNIGHT + 10 * STEP));
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatchObject({
      intervalMs: STEP,
      interval: '1m',
      maxDataPoints: 11,
      timezone: 'Europe/Berlin',
      filters: request.filters,
      scopedVars: { host: { value: 'web' }, __interval: { value: '1m' }, __interval_ms: { value: STEP } },
    });
    expect(asked[0].requestId).not.toBe(request.requestId);
    expect(asked[0].range.raw.from.valueOf()).toBe(MIDNIGHT);
  });

  it('asks for the last step up to the next, unless it is still running', async () => {
    const { asked, source } = countingSource();
    const { clock, reader } = open(source);
    const now = Math.floor(clock.now() / STEP) * STEP;
    await ask(reader, wanted(0, STEP));
    await ask(reader, wanted(now - STEP, now));
    expect(asked.map(({ range }) => range.to.valueOf())).toEqual([2 * STEP - 1, now]);
  });

  it('asks nothing for a range inside what it knows', async () => {
    const { asked, source } = countingSource();
    const { reader } = open(source);
    const first = await ask(reader, wanted(0, MIDNIGHT));
    const zoomed = await ask(reader, wanted(20 * STEP, 30 * STEP));
    expect(asked).toHaveLength(1);
    expect(zoomed).toEqual(first);
    expect(zoomed.series).toBe(first.series);
  });

  it('asks only for the tail on a refresh, and gives one series without doubled rows', async () => {
    const { asked, source } = countingSource();
    const { reader, clock } = open(source);
    await ask(reader, wanted(0, 100 * STEP));
    await clock.advance(STEP);
    const answer = await ask(reader, wanted(0, 101 * STEP));
    expect(starts(asked)).toEqual([0, 98]);
    expect([...(answer.series.get(KEY)?.y ?? [])]).toEqual(Array.from({ length: 102 }, (_, row) => row));
    expect(answer.askedFor).toMatchObject({ nRequests: 2, span: { start: 0, end: 101 * STEP } });
  });

  it('asks anew when a variable changes what the query means', async () => {
    const [web, db] = [countingSource('web'), countingSource('db')];
    const { reader } = open(web.source, db.source);
    await ask(reader, wanted(0, 100 * STEP));
    await ask(reader, wanted(0, 100 * STEP));
    expect([web.asked.length, db.asked.length]).toEqual([1, 1]);
  });

  it('asks for long ranges in pieces', async () => {
    const { asked, source } = countingSource();
    const answer = await ask(open(source).reader, wanted(0, 25_000 * STEP));
    expect(starts(asked).sort((left, right) => left - right)).toEqual([0, 11_000, 22_000]);
    expect(answer.series.get(KEY)?.time).toHaveLength(25_001);
  });

  it('halves what the data source says is too long, in whatever error', async () => {
    const { asked, source } = countingSource();
    const strict: AskableSource = {
      ...source,
      ask: (request, signal) =>
        request.range.to.valueOf() - request.range.from.valueOf() > 1000 * STEP
          ? Promise.reject(new PrometheusError('limit', 'the query time range exceeds the limit', 500))
          : source.ask(request, signal),
    };
    const answer = await ask(open(strict).reader, wanted(0, 2999 * STEP));
    expect(starts(asked).sort((left, right) => left - right)).toEqual([0, 750, 1500, 2250]);
    expect(answer.series.get(KEY)?.time).toHaveLength(3000);
  });

  it('fails in the words of the data source, and has nothing then', async () => {
    const { source } = countingSource();
    const { reader } = open({ ...source, ask: () => Promise.reject(new Error('bad_data: parse error')) });
    const { range } = await observe(reader, wanted(0, STEP));
    await expect(range.complete('training')).rejects.toThrow('bad_data: parse error');
    expect(range.known().series.size).toBe(0);
  });

  it('sends one request for panels that mount together with the same query', async () => {
    const { asked, answerNext, reader } = slowSource();
    const both = Promise.all([ask(reader, wanted(0, 100 * STEP)), ask(reader, wanted(0, 100 * STEP))]);
    await settle();
    await answerNext();
    const [left, right] = await both;
    expect(asked).toHaveLength(1);
    expect(left.series).toBe(right.series);
  });

  it('sends at most four requests at once to a data source', async () => {
    const { asked, answerNext, reader } = slowSource();
    const queries = Array.from({ length: 6 }, (_, index) => ({
      ...wanted(0, 100 * STEP),
      parts: [{ datasource: { uid: 'prom' }, targets: [{ refId: 'A', key: `query ${index}` }] }],
    }));
    const all = Promise.all(queries.map((query) => ask(reader, query)));
    await settle();
    expect(asked).toHaveLength(4);
    for (const _ of queries) {
      await answerNext();
    }
    await all;
    expect(asked).toHaveLength(6);
  });

  it('lets a refresh wait for the history under way and then asks for the tail alone, once', async () => {
    const { asked, signals, answerNext, reader } = slowSource();
    const first = await observe(reader, wanted(0, 100 * STEP));
    const refreshes = [];
    let before = first;
    refreshes.push(before.range.complete('training').catch(() => undefined));
    for (const end of [101, 102]) {
      const next = await observe(reader, wanted(0, end * STEP));
      before.range.leave();
      refreshes.push(next.range.complete('training').catch(() => undefined));
      before = next;
      await settle();
    }
    expect(starts(asked)).toEqual([0]);
    await answerNext();
    await answerNext();
    await Promise.all(refreshes);
    expect(before.range.result).toMatchObject({
      kind: 'complete',
      range: { covered: [{ start: 0, end: 102 * STEP }] },
    });
    expect(starts(asked)).toEqual([0, 101]);
    expect(signals.some(({ aborted }) => aborted)).toBe(false);
  });

  it('stores the pieces that arrived before one failed, and goes on from there', async () => {
    const { asked, source } = countingSource();
    let isBroken = true;
    const failingOnce: AskableSource = {
      ...source,
      ask: (request, signal) =>
        isBroken && request.range.from.valueOf() === 0
          ? Promise.reject(new Error('timeout'))
          : source.ask(request, signal),
    };
    const { reader } = open(failingOnce);
    await expect(ask(reader, wanted(0, 15_000 * STEP))).rejects.toThrow('timeout');
    isBroken = false;
    const answer = await ask(reader, wanted(0, 15_000 * STEP));
    expect(starts(asked)).toEqual([11_000, 0]);
    expect(answer.series.get(KEY)?.time).toHaveLength(15_001);
  });

  it('cancels a history a second after the last panel that waits for it has left', async () => {
    const { signals, reader, clock } = slowSource();
    const [left, right] = await Promise.all([0, 1].map(() => observe(reader, wanted(0, STEP))));
    const outcomes = Promise.allSettled([left, right].map(({ range }) => range.complete('training')));
    await settle();
    left.range.leave();
    await clock.advance(2000);
    expect(signals[0].aborted).toBe(false);
    right.range.leave();
    await clock.advance(1000);
    expect(signals[0].aborted).toBe(true);
    expect((await outcomes).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });

  it('cancels what is read once when the signal is aborted', async () => {
    const { signals, reader, clock } = slowSource();
    const controller = new AbortController();
    const reading = reader.read(wanted(0, STEP), controller.signal);
    await settle();
    controller.abort();
    await expect(reading).rejects.toMatchObject({ kind: 'cancelled' });
    await clock.advance(1000);
    expect(signals[0].aborted).toBe(true);
  });
});
