/** @jest-environment jsdom */
import 'fake-indexeddb/auto';

import { CoreApp, LoadingState, type DataFrame, type DataQueryResponse } from '@grafana/data';
import type { BackendSrvRequest } from '@grafana/runtime';
import { firstValueFrom, lastValueFrom, toArray, type Subscription } from 'rxjs';

import { answeredUntilOf } from '../grafana/answeredUntil';

import { failure, fakeGrafana, instanceSettings, paramsOf, requestFor, type Respond } from './testing/fakeGrafana';

import { ForebandDataSource } from './ForebandDataSource';
import type { ForebandOptions } from './options';
import type { ForebandQuery } from './query';

const STEP_MS = 300_000;
const DAY_MS = 86_400_000;
const NOW = Date.UTC(2026, 4, 20, 10, 2);
const range = { from: NOW - 6 * 3_600_000, to: NOW };
const SPIKE = Date.UTC(2026, 4, 20, 9);

/** A day's wave with a little noise, and one spike. */
function valueAt(time: number): number {
  const noise = ((time / STEP_MS) * 7919) % 13;
  const wave = 0.4 + 0.2 * Math.sin((2 * Math.PI * time) / DAY_MS) + noise / 2000;
  return time === SPIKE ? wave + 0.4 : wave;
}

function matrix(request: BackendSrvRequest, instances: readonly string[] = ['a']) {
  const params = paramsOf(request);
  const [start, end, step] = ['start', 'end', 'step'].map((name) => Number(params.get(name)));
  const times = Array.from({ length: Math.floor((end - start) / step) + 1 }, (_, row) => start + row * step);
  const values = times.map((seconds) => [seconds, String(valueAt(seconds * 1000))]);
  const result = instances.map((instance) => ({ metric: { instance }, values }));
  return { status: 'success', data: { resultType: 'matrix', result } };
}

/** The same series wherever it is asked for. */
const matrixOfNoRange = () => matrix({ url: `?start=${NOW / 1000 - 600}&end=${NOW / 1000}&step=300` });

const vectorOf = (...names: string[]) => ({
  status: 'success',
  data: { resultType: 'vector', result: names.map((name) => ({ metric: { __name__: name }, value: [0, '1'] })) },
});

const prometheus: Respond = (request) =>
  request.url.includes('/query_range') ? matrix(request) : vectorOf('node_cpu_seconds_total');

function open(respond: Respond, options: ForebandOptions = {}) {
  const requests = fakeGrafana(respond);
  return { source: new ForebandDataSource(instanceSettings(options)), requests };
}

const ask = (source: ForebandDataSource, query: Partial<ForebandQuery>, over = range) =>
  firstValueFrom(source.query(requestFor(query, over)));

const framesOf = (response: DataQueryResponse) => response.data as DataFrame[];
const noticesOf = (response: DataQueryResponse) =>
  framesOf(response).flatMap(({ meta }) => meta?.notices?.map(({ text }) => text) ?? []);
const column = (frame: DataFrame, name: string) => frame.fields.find((field) => field.name === name)?.values ?? [];
const rangesOf = (requests: readonly BackendSrvRequest[]) =>
  requests
    .filter(({ url }) => url.includes('query_range'))
    .map(paramsOf)
    .map((params) => [Number(params.get('start')) * 1000, Number(params.get('end')) * 1000]);

// Only the clock is held: the store and the engine's slices wait for real turns of the event loop.
const timers = [
  'setTimeout',
  'clearTimeout',
  'setInterval',
  'clearInterval',
  'queueMicrotask',
  'nextTick',
  'performance',
];

beforeEach(() => {
  jest.useFakeTimers({ now: NOW, doNotFake: timers as never });
  indexedDB = new IDBFactory();
});

afterEach(() => jest.useRealTimers());

describe('a query of the data source', () => {
  it('answers the found CPU metric with samples, forecast, band and scores', async () => {
    const { source, requests } = open(prometheus);
    const response = await ask(source, {});
    const [frame] = framesOf(response);
    expect(response.state).toBe(LoadingState.Done);
    expect(frame.fields.map(({ name }) => name)).toEqual(
      'time value expected yhat yhat_lower yhat_upper band_lower band_upper score anomaly severity'.split(' '),
    );
    expect(frame.fields[1].config).toMatchObject({ displayNameFromDS: 'a', unit: 'percentunit' });
    const row = column(frame, 'time').indexOf(SPIKE);
    expect(column(frame, 'severity')[row]).toBe('critical');
    expect(column(frame, 'anomaly').filter((value) => value === 1)).toHaveLength(1);
    expect(paramsOf(requests[1]).get('query')).toBe(
      '1 - avg by (instance) (rate(node_cpu_seconds_total{mode="idle"}[315s]))',
    );
  });

  it('asks for the visible part first and for the history up to midnight then, on one step', async () => {
    const { source, requests } = open(prometheus);
    await ask(source, { source: 'promql', expr: 'up' });
    const midnight = Date.UTC(2026, 4, 20);
    const [visible, training] = rangesOf(requests);
    expect(visible[1]).toBe(Date.UTC(2026, 4, 20, 10));
    expect(visible[0]).toBeLessThanOrEqual(range.from);
    expect(training[0]).toBe(midnight - 28 * DAY_MS);
    expect(training[1]).toBe(visible[0] - STEP_MS);
    expect(new Set(requests.map((request) => paramsOf(request).get('step')))).toEqual(new Set(['300']));
  });

  it('fetches only the tail on a refresh, and gives the same scores', async () => {
    const { source, requests } = open(prometheus);
    const query = { source: 'promql' as const, expr: 'up' };
    const [first] = framesOf(await ask(source, query));
    requests.length = 0;
    jest.setSystemTime(NOW + STEP_MS);
    const later = { from: range.from + STEP_MS, to: range.to + STEP_MS };
    const [second] = framesOf(await ask(source, query, later));
    expect(rangesOf(requests)).toEqual([[Date.UTC(2026, 4, 20, 9, 55), Date.UTC(2026, 4, 20, 10, 5)]]);
    expect(column(second, 'score').slice(0, -1)).toEqual(column(first, 'score').slice(1));
  });

  it('says where Prometheus refuses a part of what is shown', async () => {
    const floor = NOW / 1000 - 40 * 3600;
    const { source } = open((request) => {
      if (Number(paramsOf(request).get('start')) < floor) {
        throw failure(422, {
          status: 'error',
          errorType: 'execution',
          error: 'query processing would load too many samples',
        });
      }
      return prometheus(request);
    });
    const week = { from: NOW - 7 * DAY_MS, to: NOW };
    const response = await ask(source, { source: 'promql', expr: 'up' }, week);
    expect(noticesOf(response).join(' ')).toMatch(
      /refused the whole range; shown from 2026-05-\d\d \d\d:\d\d on\. .*"Step" in the query/,
    );
  });

  it('answers with a table of anomalies, or with the forecast alone', async () => {
    const { source } = open(prometheus);
    const [table] = framesOf(await ask(source, { output: 'anomalies' }));
    expect(column(table, 'start')).toEqual([SPIKE]);
    expect(column(table, 'series')).toEqual(['a']);
    const [forecast] = framesOf(await ask(source, { output: 'forecast' }));
    expect(forecast.fields.map(({ name }) => name)).toEqual(['time', 'yhat', 'yhat_lower', 'yhat_upper']);
  });

  it('forecasts to the end of a range that reaches into the future', async () => {
    const { source } = open(prometheus);
    const query = { source: 'promql' as const, expr: 'up' };
    const ahead = { from: range.from, to: NOW + DAY_MS };
    const [frame] = framesOf(await ask(source, query, ahead));
    const last = column(frame, 'time').at(-1) as number;
    expect(NOW + DAY_MS - last).toBeLessThan(STEP_MS);
    expect(column(frame, 'value').at(-1)).toBeNull();
    expect(column(frame, 'yhat').at(-1)).toEqual(expect.any(Number));
  });

  it('answers several queries, leaves hidden ones out and names the one that failed', async () => {
    const { source } = open((request) => {
      if (paramsOf(request).get('query') === 'rate(') {
        throw failure(400, { status: 'error', errorType: 'bad_data', error: '1:6: parse error: unclosed' });
      }
      return prometheus(request);
    });
    const base = requestFor({}, range);
    const targets = ['up', 'rate(', 'hidden', ''].map((expr, index) => ({
      ...base.targets[0],
      source: 'promql' as const,
      expr,
      refId: 'ABCD'[index],
      hide: expr === 'hidden',
    }));
    const response = await firstValueFrom(source.query({ ...base, targets }));
    expect(framesOf(response).map(({ refId }) => refId)).toEqual(['A']);
    expect(response.errors).toEqual([{ refId: 'B', message: '1:6: parse error: unclosed' }]);
    expect(response.state).toBe(LoadingState.Error);
  });

  it('fills variables and the legend, and puts ad hoc filters on every selector', async () => {
    const { source, requests } = open(prometheus);
    const request = requestFor({ source: 'promql', expr: 'a{x=~"$v"} / b', legendFormat: '{{instance}} $v' }, range, {
      scopedVars: { v: { text: 'q', value: 'q.r' } },
      filters: [{ key: 'job', operator: '=', value: 'n' }],
    });
    const [frame] = framesOf(await firstValueFrom(source.query(request)));
    expect(paramsOf(requests[0]).get('query')).toBe('a{x=~"q\\\\.r",job="n"} / b{job="n"}');
    expect(frame.name).toBe('a q.r');
  });

  it('offers the rate of a raw counter', async () => {
    const { source } = open((request) => {
      const { data } = matrix(request);
      const [series] = data.result;
      const values = series.values.map(([seconds]) => [seconds, String(Number(seconds) * 3)]);
      return { status: 'success', data: { resultType: 'matrix', result: [{ ...series, values }] } };
    });
    const response = await ask(source, { source: 'promql', expr: 'x_total' });
    expect(noticesOf(response).join(' ')).toMatch(/counter.* Use rate\(x_total\[\$__rate_interval\]\)/);
    expect(framesOf(response)[0].fields.map(({ name }) => name)).toEqual(['time', 'value']);
  });

  it('passes on warnings, and says that there is nothing', async () => {
    const empty = { status: 'success', data: { resultType: 'matrix', result: [] }, warnings: ['partial response'] };
    const { source } = open(() => empty);
    const response = await ask(source, { source: 'promql', expr: 'up' });
    expect(noticesOf(response)).toEqual([
      'partial response',
      expect.stringContaining('No data: Prometheus has no series for this query'),
    ]);
  });

  it('shows the first thousand series of more', async () => {
    const instances = Array.from({ length: 1003 }, (_, index) => `i${index}`);
    const { source } = open((request) => {
      const params = paramsOf(request);
      const point = [Number(params.get('end')), '1'];
      const result = instances.map((instance) => ({ metric: { instance }, values: [point] }));
      return { status: 'success', data: { resultType: 'matrix', result } };
    });
    const query = { source: 'promql' as const, expr: 'up', settings: { trainingWindowMs: DAY_MS } };
    const response = await ask(source, query);
    expect(framesOf(response)).toHaveLength(1000);
    expect(noticesOf(response)[0]).toContain('1003 series found, the first 1000 are shown');
  });

  it('refuses a range of more points than fit, without asking', async () => {
    const { source, requests } = open(prometheus);
    const query = { source: 'promql' as const, expr: 'up', settings: { stepMs: 1000, trainingWindowMs: DAY_MS } };
    const response = await ask(source, query, { from: NOW - 7 * DAY_MS, to: NOW });
    expect(response.errors?.[0].message).toContain('the limit is 200000. Lengthen the step or shorten it to 2d');
    expect(requests).toHaveLength(0);
  });

  it.each(['timeseries', 'foreband-anomaly-panel'])(
    'shows the panel %s the samples while the history is on its way',
    async (panelPluginId) => {
      const { source } = open(prometheus);
      const request = requestFor({ source: 'promql', expr: 'up' }, range, { panelPluginId });
      const packets = await lastValueFrom(source.query(request).pipe(toArray()));
      expect(packets.map(({ state }) => state)).toEqual([LoadingState.Loading, LoadingState.Done]);
      expect(new Set(packets.map(({ key }) => key)).size).toBe(1);
      expect(framesOf(packets[0])[0].fields.map(({ name }) => name)).toEqual(['time', 'value']);
      expect(packets.map((packet) => answeredUntilOf(framesOf(packet)[0]) !== undefined)).toEqual([false, true]);
    },
  );

  it('answers the pages of the app, which wait for the whole, once', async () => {
    const { source } = open(prometheus);
    const asApp = { panelPluginId: 'foreband-anomaly-panel', app: 'unknown' };
    const request = requestFor({ source: 'promql', expr: 'up' }, range, asApp);
    const packets = await lastValueFrom(source.query(request).pipe(toArray()));
    expect(packets.map(({ state }) => state)).toEqual([LoadingState.Done]);
  });

  it('ends an older request when a newer one has its id', async () => {
    const waiting: Array<() => void> = [];
    const { source } = open(async (request) => {
      await new Promise<void>((resolve) => waiting.push(resolve));
      return matrix(request);
    });
    const query = { source: 'promql' as const, expr: 'up' };
    const older = ask(source, query);
    await new Promise((resolve) => setTimeout(resolve, 50));
    const newer = source.query(requestFor({ source: 'simulation' }, range));
    await firstValueFrom(newer);
    const response = await older;
    expect(response.data).toEqual([]);
    expect(response.errors).toBeUndefined();
  });
});

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) {
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** A Prometheus that answers its oldest request when it is told to. */
function slowPrometheus(respond: Respond = prometheus) {
  const waiting: Array<() => void> = [];
  const slow: Respond = async (request) => {
    await new Promise<void>((resolve) => waiting.push(resolve));
    return respond(request);
  };
  const answerNext = async () => {
    await until(() => waiting.length > 0);
    waiting.shift()?.();
  };
  return { slow, answerNext };
}

describe('panels with the same query', () => {
  const query = { source: 'promql' as const, expr: 'up' };

  it('share one request for what is visible and one for the history, and all show what is visible first', async () => {
    const { slow, answerNext } = slowPrometheus(() => ({ ...matrixOfNoRange(), warnings: ['partial response'] }));
    const { source, requests } = open(slow);
    const packets: DataQueryResponse[][] = [];
    for (let panel = 0; panel < 20; panel++) {
      const own: DataQueryResponse[] = [];
      packets.push(own);
      const changes = { requestId: `Q${panel}`, panelPluginId: 'foreband-anomaly-panel' };
      source.query(requestFor(query, range, changes)).subscribe((packet) => own.push(packet));
    }
    await answerNext();
    await until(() => packets.every((own) => own.length === 1));
    expect(packets.flat().every(({ state }) => state === LoadingState.Loading)).toBe(true);
    await answerNext();
    await until(() => packets.every((own) => own.length === 2));
    expect(requests).toHaveLength(2);
    expect(packets.every(([, last]) => noticesOf(last).includes('partial response'))).toBe(true);
  });

  it('are answered although each refreshes faster than Prometheus answers', async () => {
    const { slow, answerNext } = slowPrometheus();
    const { source, requests } = open(slow);
    const packets: DataQueryResponse[] = [];
    let nRefreshes = 0;
    const refresh = (before?: Subscription) => {
      before?.unsubscribe();
      const changes = { requestId: `Q${++nRefreshes}` };
      return source.query(requestFor(query, range, changes)).subscribe((packet) => packets.push(packet));
    };
    let panel = refresh();
    await until(() => requests.length === 1);
    panel = refresh(panel);
    await new Promise((resolve) => setTimeout(resolve, 50));
    panel = refresh(panel);
    await answerNext();
    await until(() => requests.length === 2);
    panel = refresh(panel);
    await new Promise((resolve) => setTimeout(resolve, 50));
    await answerNext();
    await until(() => packets.length === 1);
    expect(packets[0].state).toBe(LoadingState.Done);
    expect(requests.every(({ abortSignal }) => abortSignal?.aborted === false)).toBe(true);
    panel.unsubscribe();
  });
});

describe('a query whose history cannot be had', () => {
  const query = { source: 'promql' as const, expr: 'up' };
  const midnight = Date.UTC(2026, 4, 20);

  /** Refuses or fails whatever reaches back more than three days. */
  const onlyRecent =
    (status: number, data: unknown): Respond =>
    (request) => {
      if (Number(paramsOf(request).get('start')) * 1000 < NOW - 3 * DAY_MS) {
        throw failure(status, data);
      }
      return prometheus(request);
    };
  const broken = onlyRecent(500, { status: 'error', errorType: 'internal', error: 'boom' });

  it('shows the samples that are there, fitted to them, and says what is missing and why', async () => {
    const { source } = open(broken);
    const dayAndHalf = { from: NOW - 1.5 * DAY_MS, to: NOW };
    const response = await ask(source, query, dayAndHalf);
    const [frame] = framesOf(response);
    expect(response.errors).toBeUndefined();
    expect(response.state).toBe(LoadingState.Done);
    expect(column(frame, 'yhat').at(-1)).toEqual(expect.any(Number));
    expect(noticesOf(response)[0]).toMatch(
      /^The history of 2026-04-22 00:00 to 2026-05-1\d \d\d:\d\d is missing: boom\. Fitted to the samples from 2026-05-1\d \d\d:\d\d on\.$/,
    );
  });

  it('asks for the history again with the next refresh', async () => {
    let isBroken = true;
    const { source, requests } = open((request) => (isBroken ? broken(request) : prometheus(request)));
    await ask(source, query);
    isBroken = false;
    requests.length = 0;
    jest.setSystemTime(NOW + 30_000);
    const response = await ask(source, query);
    expect(rangesOf(requests).map(([start]) => start)).toContain(midnight - 28 * DAY_MS);
    expect(noticesOf(response).join(' ')).not.toContain('is missing');
  });

  it('is fitted to the part that a server with a limit of twelve hours gives, as much of it as there is', async () => {
    const { source, requests } = open((request) => {
      const params = paramsOf(request);
      if (Number(params.get('end')) - Number(params.get('start')) > 12 * 3600) {
        const error = 'the query time range exceeds the limit (query length: 672h0m0s, limit: 12h0m0s)';
        throw failure(500, { status: 'error', errorType: 'internal', error });
      }
      return prometheus(request);
    });
    const response = await ask(source, query);
    expect(noticesOf(response).join(' ')).not.toMatch(/missing|refused/);
    const [refused, accepted] = [true, false].map((isLonger) =>
      rangesOf(requests).filter(([start, end]) => end - start > 12 * 3_600_000 === isLonger),
    );
    // What the visible range has taught about the limit holds for the history.
    expect(refused).toHaveLength(2);
    expect(Math.min(...accepted.map(([start]) => start))).toBe(midnight - 28 * DAY_MS);
  });

  it('names the settings that help where even three hours are too long for the server', async () => {
    const { source } = open((request) => {
      if (Number(paramsOf(request).get('start')) * 1000 < midnight) {
        throw failure(422, { status: 'error', errorType: 'execution', error: 'query exceeds the limit of samples' });
      }
      return prometheus(request);
    });
    const response = await ask(source, query);
    expect(noticesOf(response)[0]).toMatch(
      /exceeds the limit of samples\. Lengthen "Step" or shorten "Training window"/,
    );
    expect(column(framesOf(response)[0], 'yhat').at(-1)).toEqual(expect.any(Number));
  });
});

describe('a query while Prometheus cannot be reached', () => {
  const away: Respond = () => {
    throw failure(502);
  };
  const live = { source: 'promql' as const, expr: 'up' };
  const showing = { showSimulationWhenUnreachable: true };

  it('says so where the simulation is off', async () => {
    const { source } = open(away);
    const response = await ask(source, live);
    expect(response.errors?.[0].message).toContain('Prometheus cannot be reached (502)');
    expect(response.data).toEqual([]);
  });

  it('says on a dashboard that nothing is known of it, and that it is asked again', async () => {
    const { source } = open(away);
    const { errors, data } = await firstValueFrom(source.query({ ...requestFor(live, range), app: CoreApp.Dashboard }));
    expect(errors?.[0].message).toMatch(/cannot be reached.* Nothing of this query is stored .*retrying/);
    expect(data).toEqual([]);
  });

  it('names the day of data that are more than half a day old', async () => {
    let isAway = false;
    const { source } = open((request) => (isAway ? away(request) : prometheus(request)));
    await ask(source, live);
    isAway = true;
    jest.setSystemTime(NOW + 13 * 3_600_000);
    const response = await ask(source, live, { from: range.from, to: range.to + 13 * 3_600_000 });
    expect(noticesOf(response)[0]).toMatch(/^No data since \d{4}-\d\d-\d\d 10:00, retrying/);
  });

  it.each([live, { source: 'metric' as const }])(
    'shows a marked simulation where it is on and %j never had data',
    async (query) => {
      const { source } = open(away, showing);
      const response = await ask(source, query);
      expect(framesOf(response)).toHaveLength(3);
      for (const { meta } of framesOf(response)) {
        expect(meta?.notices?.[0].text).toContain('Simulated data: Prometheus cannot be reached');
        expect(meta?.custom?.foreband).toMatchObject({ isSimulated: true });
      }
    },
  );

  it.each([
    [400, { status: 'error', errorType: 'bad_data', error: 'parse error' }, 'parse error'],
    [401, {}, 'refused the credentials'],
    [500, {}, 'refused the query (500)'],
  ])('never simulates after an answer of %d', async (status, data, message) => {
    const { source } = open(() => {
      throw failure(status, data);
    }, showing);
    const response = await ask(source, live);
    expect(response.errors?.[0].message).toContain(message);
    expect(response.data).toEqual([]);
  });

  it('replaces the simulation by live data as soon as there is some, without a new request of the panel', async () => {
    jest.useFakeTimers({ now: NOW, doNotFake: timers.filter((name) => !name.endsWith('Interval')) as never });
    let isAway = true;
    const { source } = open((request) => (isAway ? away(request) : prometheus(request)), showing);
    const packets: DataQueryResponse[] = [];
    const done = new Promise<void>((complete) => {
      source.query(requestFor(live, range)).subscribe({ next: (packet) => packets.push(packet), complete });
    });
    await until(() => packets.length === 1);
    expect(noticesOf(packets[0])[0]).toContain('Simulated data');
    await jest.advanceTimersByTimeAsync(15_000);
    await until(() => packets.length === 2);
    isAway = false;
    await jest.advanceTimersByTimeAsync(15_000);
    await done;
    const [last] = packets.slice(-1);
    expect(noticesOf(last).join(' ')).not.toContain('Simulated');
    expect(framesOf(last).map(({ name }) => name)).toEqual(['{instance="a"}']);
  });

  it('keeps the data a query had, and says since when there is none', async () => {
    let isAway = false;
    const { source } = open((request) => (isAway ? away(request) : prometheus(request)), showing);
    await ask(source, live);
    isAway = true;
    jest.setSystemTime(NOW + 3 * STEP_MS);
    const later = { from: range.from + 3 * STEP_MS, to: range.to + 3 * STEP_MS };
    const response = await ask(source, live, later);
    const [frame] = framesOf(response);
    expect(noticesOf(response)[0]).toBe('No data since 10:00, retrying: Prometheus cannot be reached.');
    expect(frame.meta?.custom?.foreband).toMatchObject({ isSimulated: false });
    const values = column(frame, 'value');
    expect(values.slice(-3)).toEqual([null, null, null]);
    expect(values.at(-4)).toEqual(expect.any(Number));
  });

  it('never simulates for an annotation', async () => {
    const { source } = open(away, showing);
    const response = await ask(source, { ...live, queryType: 'annotation', output: 'anomalies' });
    expect(response.data).toEqual([]);
    expect(response.errors?.[0].message).toContain('cannot be reached');
  });
});

describe('the data source around its queries', () => {
  it('runs what says enough', () => {
    const { source } = open(prometheus);
    const [query] = requestFor({}, range).targets;
    expect(source.filterQuery(query)).toBe(true);
    expect(source.filterQuery({ ...query, source: 'promql', expr: '' })).toBe(false);
    expect(source.getQueryDisplayText({ ...query, source: 'promql', expr: 'up' })).toBe('up');
    expect(source.getDefaultQuery()).toMatchObject({ source: 'metric', metric: 'auto' });
  });

  it('keeps the expressions of a panel that is switched over from Prometheus', async () => {
    const { source } = open(prometheus);
    const from = {
      refId: 'B',
      expr: 'rate(x[5m])',
      legendFormat: '{{a}}',
      datasource: { uid: 'p', type: 'prometheus' },
    };
    await expect(source.importQueries([from])).resolves.toEqual([
      expect.objectContaining({
        refId: 'B',
        source: 'promql',
        expr: 'rate(x[5m])',
        legendFormat: '{{a}}',
        datasource: { uid: 'foreband', type: 'foreband-prometheus-datasource' },
      }),
    ]);
    // With it Grafana would go by way of its abstract queries, which hold selectors but no expression.
    expect(source).not.toHaveProperty('importFromAbstractQueries');
  });

  it('takes variables and filters along to Explore', () => {
    const { source } = open(prometheus);
    const [query] = requestFor({ source: 'promql', expr: 'up{i="$v"}', legendFormat: '$v' }, range).targets;
    const [explored] = source.interpolateVariablesInQueries([query], { v: { value: 'a"b' } }, [
      { key: 'job', operator: '=', value: 'n' },
    ]);
    expect(explored).toMatchObject({
      expr: 'up{i="a\\"b",job="n"}',
      legendFormat: 'a"b',
      datasource: { uid: 'foreband' },
    });
  });

  it('takes filters along to Explore also before the CPU metric has been looked up', () => {
    const { source } = open(prometheus);
    const { targets } = requestFor({}, range);
    const [explored] = source.interpolateVariablesInQueries(targets, {}, [{ key: 'job', operator: '=', value: 'n' }]);
    expect(explored).toMatchObject({ source: 'promql', expr: expect.stringContaining('job="n"') });
  });

  it("asks another data source where it is told to, at that one's address", async () => {
    const { source, requests } = open(prometheus, { prometheusUid: 'p' });
    const response = await ask(source, { source: 'promql', expr: 'up' });
    expect(requests[0].url).toMatch(/^\/grafana\/api\/datasources\/proxy\/uid\/p\/api\/v1\/query_range/);
    expect(response.errors).toBeUndefined();
    const gone = open(prometheus, { prometheusUid: 'gone' }).source;
    const answer = await ask(gone, { source: 'promql', expr: 'up' });
    expect(answer.errors?.[0].message).toContain('is gone, or you may not query it');
    const unset = open(prometheus, { prometheusUid: '' });
    const unchosen = await ask(unset.source, { source: 'promql', expr: 'up' });
    expect(unchosen.errors?.[0].message).toContain('No Prometheus data source is chosen');
    expect(unset.requests).toEqual([]);
  });

  it('says in its health check what answered', async () => {
    const { source } = open((request) =>
      request.url.includes('buildinfo')
        ? { status: 'success', data: { version: '3.1.0', goVersion: 'go1.23' } }
        : vectorOf('system_cpu_usage'),
    );
    await expect(source.testDatasource()).resolves.toEqual({
      status: 'success',
      message: 'Prometheus 3.1.0 answered. CPU metrics found: system_cpu_usage.',
    });
  });

  it('points out what is not PromQL once variables are filled in', () => {
    const { source } = open(prometheus);
    expect(source.findProblem('rate(up[$__rate_interval])')).toBeUndefined();
    expect(source.findProblem('rate(up[5m]')).toEqual({ position: 11, near: 'the end' });
  });
});
