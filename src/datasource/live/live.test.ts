/** @jest-environment jsdom */
import 'fake-indexeddb/auto';

import { dateTime, LoadingState, type DataFrame, type DataQueryResponse } from '@grafana/data';
import type { BackendSrvRequest } from '@grafana/runtime';
import type { Subscription } from 'rxjs';

import { failure, fakeGrafana, instanceSettings, paramsOf, requestFor, type Respond } from '../testing/fakeGrafana';
import { FakeClock } from '../testing/fakeClock';

import { answeredUntilOf } from '../../grafana/answeredUntil';
import { ForebandDataSource } from '../ForebandDataSource';
import type { ForebandQuery } from '../query';

const STEP_MS = 300_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const NOW = Date.UTC(2026, 4, 20, 10, 2);
const TEN = Date.UTC(2026, 4, 20, 10);

const noiseAt = (time: number) => (((time / STEP_MS) * 7919) % 13) / 2000;
const usual = (time: number) => 0.4 + 0.2 * Math.sin((2 * Math.PI * time) / DAY_MS) + noiseAt(time);

/** A server whose series and samples a test may change on the way. */
class Server {
  instances = ['a', 'b'];
  valueAt: (time: number, instance: string) => number | undefined = usual;
  isAway = false;
  hangs = false;

  readonly respond: Respond = async (request) => {
    if (this.isAway) {
      throw failure(502);
    }
    if (this.hangs) {
      return new Promise(() => undefined);
    }
    const params = paramsOf(request);
    const [start, end, step] = ['start', 'end', 'step'].map((name) => Number(params.get(name)));
    const times = Array.from({ length: Math.floor((end - start) / step) + 1 }, (_, row) => start + row * step);
    const result = this.instances.map((instance) => ({
      metric: { instance },
      values: times.flatMap((seconds) => {
        const value = this.valueAt(seconds * 1000, instance);
        return value === undefined ? [] : [[seconds, String(value)]];
      }),
    }));
    const filled = result.filter(({ values }) => values.length > 0);
    return { status: 'success', data: { resultType: 'matrix', result: filled } };
  };
}

interface Watching {
  readonly packets: DataQueryResponse[];
  readonly requests: BackendSrvRequest[];
  readonly clock: FakeClock;
  readonly subscription: Subscription;
  /** Waits until so many packets have come. */
  packet(count: number): Promise<DataQueryResponse>;
}

const raw = { from: 'now-6h', to: 'now' };
const open: Subscription[] = [];

function watch(server: Server, query: Partial<ForebandQuery> = {}, startAt = NOW): Watching {
  const requests = fakeGrafana(server.respond);
  const clock = new FakeClock(startAt);
  const source = new ForebandDataSource(instanceSettings(), clock);
  const base = requestFor(
    { source: 'promql', expr: 'up', live: { intervalMs: 30_000 }, ...query },
    {
      from: startAt - 6 * HOUR_MS,
      to: startAt,
    },
  );
  const range = { from: dateTime(startAt - 6 * HOUR_MS), to: dateTime(startAt), raw };
  const packets: DataQueryResponse[] = [];
  const subscription = source.query({ ...base, range }).subscribe((packet) => packets.push(packet));
  open.push(subscription);
  const packet = async (count: number) => {
    await until(() => packets.length >= count);
    if (!subscription.closed) {
      await clock.nextAlarm();
    }
    return packets[count - 1];
  };
  return { packets, requests, clock, subscription, packet };
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) {
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

const framesOf = ({ data }: DataQueryResponse) => data as DataFrame[];
const column = (frame: DataFrame, name: string): unknown[] =>
  frame.fields.find((field) => field.name === name)?.values ?? [];
const noticesOf = (response: DataQueryResponse) =>
  framesOf(response).flatMap(({ meta }) => meta?.notices?.map(({ text }) => text) ?? []);
const rangesOf = (requests: readonly BackendSrvRequest[]) =>
  requests.map(paramsOf).map((params) => [Number(params.get('start')) * 1000, Number(params.get('end')) * 1000]);

function rowsAt(frame: DataFrame, name: string): Map<number, unknown> {
  const values = column(frame, name);
  return new Map(column(frame, 'time').map((time, row) => [Number(time), values[row]]));
}

beforeEach(() => {
  indexedDB = new IDBFactory();
});

afterEach(() => open.splice(0).forEach((subscription) => subscription.unsubscribe()));

describe('a query in live mode', () => {
  it('streams the whole visible window under the key of its refId', async () => {
    const { packet, clock } = watch(new Server());
    const first = await packet(1);
    expect(first).toMatchObject({ key: 'A', state: LoadingState.Streaming });
    expect(framesOf(first).map(({ name }) => name)).toEqual(['{instance="a"}', '{instance="b"}']);
    expect(column(framesOf(first)[0], 'time').at(-1)).toBe(TEN);
    await clock.moveTo(TEN + STEP_MS + 30_000);
    const second = await packet(2);
    expect(second).toMatchObject({ key: 'A', state: LoadingState.Streaming });
    const [frame] = framesOf(second);
    expect(column(frame, 'time').at(-1)).toBe(TEN + STEP_MS);
    expect(column(frame, 'time')).toHaveLength(column(framesOf(first)[0], 'time').length);
    expect(answeredUntilOf(frame)).toBe(TEN + STEP_MS);
  });

  it('answers at first as a query without live mode does', async () => {
    const server = new Server();
    const [streamed] = framesOf(await watch(server).packet(1));
    const [answered] = framesOf(await watch(server, { live: undefined }).packet(1));
    expect(streamed.fields).toEqual(answered.fields);
  });

  it('polls when a step is complete, asks for the newest steps alone, and never before there is something to ask', async () => {
    const { packet, clock, requests } = watch(new Server(), { live: { intervalMs: 5000 } });
    await packet(1);
    requests.length = 0;
    await clock.moveTo(TEN + STEP_MS - 1);
    expect(requests).toHaveLength(0);
    await clock.moveTo(TEN + STEP_MS + 5000);
    await packet(2);
    expect(rangesOf(requests)).toEqual([[TEN - STEP_MS, TEN + STEP_MS]]);
  });

  it('scores a new sample with the model of those before it, and changes no score that it has shown', async () => {
    const server = new Server();
    const jump = TEN + STEP_MS;
    server.valueAt = (time, instance) => usual(time) + (instance === 'a' && time >= jump ? 0.4 : 0);
    const { packet, clock } = watch(server);
    const [before] = framesOf(await packet(1));
    await clock.moveTo(jump + 30_000);
    const [after] = framesOf(await packet(2));
    expect(rowsAt(after, 'severity').get(jump)).toBe('critical');
    await clock.moveTo(jump + 6 * STEP_MS + 30_000);
    const [last] = framesOf(await packet(8));
    for (const [time, score] of rowsAt(last, 'score')) {
      expect(score).toEqual(rowsAt(after, 'score').get(time) ?? rowsAt(before, 'score').get(time) ?? score);
    }
    expect(column(last, 'anomaly').slice(-7)).toEqual([1, 1, 1, 1, 1, 1, 1]);
  });

  it('catches up in one poll after it slept, without a hole', async () => {
    const { packet, packets, clock, requests } = watch(new Server());
    await packet(1);
    requests.length = 0;
    clock.jumpTo(TEN + 20 * STEP_MS + 1000);
    const [frame] = framesOf(await packet(2));
    expect(rangesOf(requests)).toEqual([[TEN - STEP_MS, TEN + 20 * STEP_MS]]);
    expect(packets).toHaveLength(2);
    expect(column(frame, 'score').slice(-20)).not.toContain(null);
  });

  it('takes in a sample that is late once, with the forecast it was waited for with', async () => {
    const server = new Server();
    const late = TEN + STEP_MS;
    server.valueAt = (time, instance) => (instance === 'a' && time === late ? undefined : usual(time));
    const { packet, packets, clock } = watch(server);
    await packet(1);
    await clock.moveTo(late + 30_000);
    const [waiting] = framesOf(await packet(2));
    expect(rowsAt(waiting, 'value').get(late)).toBeNull();
    server.valueAt = (time) => (time === late ? usual(time) + 0.4 : usual(time));
    await clock.moveTo(late + 61_000);
    const [arrived] = framesOf(await packet(3));
    expect(rowsAt(arrived, 'anomaly').get(late)).toBe(1);
    expect(rowsAt(arrived, 'yhat').get(late)).toBe(rowsAt(waiting, 'yhat').get(late));
    server.valueAt = usual;
    await clock.moveTo(late + STEP_MS + 31_000);
    const [last] = framesOf(await packet(4));
    expect(rowsAt(last, 'score').get(late)).toBe(rowsAt(arrived, 'score').get(late));
    expect(packets).toHaveLength(4);
  });

  it('gives up a sample that does not come', async () => {
    const server = new Server();
    const lost = TEN + STEP_MS;
    server.valueAt = (time, instance) => (instance === 'a' && time === lost ? undefined : usual(time));
    const { packet, clock, requests } = watch(server);
    await packet(1);
    await clock.moveTo(lost + 4 * STEP_MS + 60_000);
    requests.length = 0;
    await clock.moveTo(lost + 5 * STEP_MS + 60_000);
    expect(rangesOf(requests)).toHaveLength(1);
    expect(rangesOf(requests)[0][0]).toBeGreaterThan(lost);
  });

  it('welcomes a series that appears, and keeps the scores of the others', async () => {
    const server = new Server();
    const { packet, clock } = watch(server);
    const [before] = framesOf(await packet(1));
    server.instances = ['a', 'b', 'c'];
    await clock.moveTo(TEN + STEP_MS + 30_000);
    const frames = framesOf(await packet(2));
    expect(frames.map(({ name }) => name)).toEqual(['{instance="a"}', '{instance="b"}', '{instance="c"}']);
    expect(column(frames[0], 'score').slice(0, -1)).toEqual(column(before, 'score').slice(1));
  });

  it('fits a new model after midnight, and keeps the classic scores of the day before', async () => {
    const beforeMidnight = Date.UTC(2026, 4, 20, 23, 57);
    const { packet, clock } = watch(new Server(), { settings: { method: 'classic' } }, beforeMidnight);
    const [before] = framesOf(await packet(1));
    await clock.moveTo(beforeMidnight + 4 * 60_000);
    const [after] = framesOf(await packet(2));
    expect(column(after, 'score').slice(0, -1)).toEqual(column(before, 'score').slice(1));
    const trained = (frame: DataFrame) => (frame.meta?.custom?.foreband as { training: { time: number[] } }).training;
    expect(trained(after).time.at(-1)).toBe(Number(trained(before).time.at(-1)) + DAY_MS);
  });

  it('keeps what is on screen while Prometheus is away, says since when, backs off, and comes back by itself', async () => {
    const server = new Server();
    const { packet, packets, clock, requests } = watch(server);
    await packet(1);
    server.isAway = true;
    await clock.moveTo(TEN + 2 * STEP_MS);
    const kept = await packet(2);
    expect(kept.state).toBe(LoadingState.Streaming);
    expect(kept.error).toBeUndefined();
    expect(noticesOf(kept)[0]).toContain('No data since 10:00, retrying: Prometheus cannot be reached (502)');
    expect(column(framesOf(kept)[0], 'value')).toEqual(column(framesOf(packets[0])[0], 'value'));
    requests.length = 0;
    await clock.moveTo(TEN + 12 * STEP_MS);
    // Every two minutes for fifty minutes, instead of a hundred times.
    expect(requests.length).toBeGreaterThan(20);
    expect(requests.length).toBeLessThan(30);
    expect(packets).toHaveLength(2);
    server.isAway = false;
    await clock.moveTo(TEN + 12 * STEP_MS + 120_000);
    const back = await packet(3);
    expect(noticesOf(back).join(' ')).not.toContain('No data since');
    expect(column(framesOf(back)[0], 'score').slice(-12)).not.toContain(null);
  });

  it('says what is wrong where it never had an answer, and tries again', async () => {
    const server = new Server();
    server.isAway = true;
    const { packet, clock } = watch(server);
    expect((await packet(1)).errors?.[0]).toMatchObject({ refId: 'A', message: expect.stringContaining('502') });
    server.isAway = false;
    await clock.moveTo(NOW + 60_000);
    expect((await packet(2)).state).toBe(LoadingState.Streaming);
  });

  it('ends its timers with its last reader, and the requests under way a second later', async () => {
    const server = new Server();
    const { packet, packets, clock, requests, subscription } = watch(server);
    await packet(1);
    server.hangs = true;
    requests.length = 0;
    clock.jumpTo(TEN + STEP_MS + 30_000);
    await until(() => requests.length === 1);
    expect(requests[0].abortSignal?.aborted).toBe(false);
    subscription.unsubscribe();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(requests[0].abortSignal?.aborted).toBe(false);
    clock.jumpTo(TEN + STEP_MS + 31_000);
    expect(requests[0].abortSignal?.aborted).toBe(true);
    expect(clock.alarms).toEqual([]);
    clock.jumpTo(TEN + 10 * STEP_MS);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(requests).toHaveLength(1);
    expect(packets).toHaveLength(1);
  });

  it('goes on with a simulation as well', async () => {
    const { packet, clock, requests } = watch(new Server(), { source: 'simulation' });
    const first = framesOf(await packet(1));
    await clock.moveTo(TEN + STEP_MS + 30_000);
    const second = framesOf(await packet(2));
    expect(second).toHaveLength(3);
    expect(column(second[0], 'value').slice(0, -1)).toEqual(column(first[0], 'value').slice(1));
    expect(requests).toHaveLength(0);
  });

  it('answers a fixed range once, and says why it does not go on', async () => {
    const requests = fakeGrafana(new Server().respond);
    const clock = new FakeClock(NOW);
    const source = new ForebandDataSource(instanceSettings(), clock);
    const fixed = requestFor(
      { source: 'promql', expr: 'up', live: { intervalMs: 5000 } },
      { from: NOW - 6 * HOUR_MS, to: NOW },
    );
    const packets: DataQueryResponse[] = [];
    await new Promise<void>((complete) => {
      source.query(fixed).subscribe({ next: (packet) => packets.push(packet), complete });
    });
    expect(packets.map(({ state }) => state)).toEqual([LoadingState.Done]);
    expect(noticesOf(packets[0]).join(' ')).toContain('This one is absolute');
    expect(clock.alarms).toEqual([]);
    expect(requests.length).toBeGreaterThan(0);
  });
});
