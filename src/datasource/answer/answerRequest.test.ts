/** @jest-environment jsdom */
import { LoadingState, type DataFrame, type DataQueryResponse } from '@grafana/data';
import { firstValueFrom, lastValueFrom, take, toArray } from 'rxjs';
import type { Series } from 'foreband-detector';
import { defaultSettings } from 'foreband-engine';
import { PrometheusError } from 'foreband-prometheus';

import { ANNOTATION_QUERY_TYPE, type ForebandQuery } from '../query';
import { requestFor } from '../testing/fakeGrafana';
import { lastHours, NOW, steadyPrometheus, upQuery, type SteadyPrometheus } from '../testing/steadyPrometheus';

import { answerRequest, isWatched, scopeOf, type RequestHost } from './answerRequest';

const away = new PrometheusError('unreachable', 'Prometheus cannot be reached');
const range = { from: lastHours.visible.start, to: NOW };
const promql: Partial<ForebandQuery> = { source: 'promql', expr: 'up' };

function hostOf({ host }: SteadyPrometheus, changes: Partial<RequestHost> = {}): RequestHost {
  const message = 'Too little history.';
  const engine = {
    detect: ({ visible }: { readonly visible: Series }) =>
      ({ kind: 'tooLittleHistory', series: visible, message }) as const,
    roll: () => {
      throw new Error('no live query here');
    },
  };
  return {
    prepare: (query) => ({
      query,
      settings: defaultSettings,
      spans: lastHours,
      legendFormat: '',
      findLive: () => Promise.resolve({ ...upQuery, expr: query.expr ?? '' }),
      knownLive: () => Promise.resolve(upQuery),
    }),
    host: () => ({
      ...host,
      loadEngine: () => Promise.resolve(engine),
      showSimulationWhenUnreachable: false,
      hostNotices: () => [],
    }),
    running: new Map(),
    fillText: () => (text) => text,
    now: () => NOW,
    ...changes,
  };
}

const namesOf = ({ data }: DataQueryResponse) => (data as DataFrame[]).map(({ refId, name }) => `${refId} ${name}`);

describe('answerRequest(request, host)', () => {
  it('answers every query that is shown and says enough, in one packet', async () => {
    const request = requestFor(promql, range, {
      targets: ['A', 'B', 'C'].map((refId) => ({
        ...requestFor(promql, range).targets[0],
        refId,
        hide: refId === 'B',
        expr: refId === 'C' ? ' ' : 'up',
      })),
    });
    const packets = await lastValueFrom(answerRequest(request, hostOf(steadyPrometheus())).pipe(toArray()));
    expect(packets.map(({ state }) => state)).toEqual([LoadingState.Done]);
    expect(namesOf(packets[0])).toEqual(['A web']);
  });

  it('shows a watching panel the samples before the history is there', async () => {
    const request = requestFor(promql, range, { panelPluginId: 'timeseries' });
    const packets = await lastValueFrom(answerRequest(request, hostOf(steadyPrometheus())).pipe(toArray()));
    expect(packets.map(({ state }) => state)).toEqual([LoadingState.Loading, LoadingState.Done]);
  });

  it('answers the other queries of a request in which one fails, and names that one', async () => {
    const prometheus = steadyPrometheus();
    const broken = new PrometheusError('query', 'parse error', 400);
    const { client } = prometheus.host;
    const picky: SteadyPrometheus = {
      ...prometheus,
      host: {
        ...prometheus.host,
        client: {
          range: (query, ...rest) => (query.expr === 'up(' ? Promise.reject(broken) : client.range(query, ...rest)),
        },
      },
    };
    const [target] = requestFor(promql, range).targets;
    const request = requestFor(promql, range, {
      targets: [
        { ...target, refId: 'A', expr: 'up(' },
        { ...target, refId: 'B' },
      ],
    });
    const prepare: RequestHost['prepare'] = (query, scope) => {
      const prepared = hostOf(picky).prepare(query, scope);
      return { ...prepared, findLive: () => Promise.resolve({ ...upQuery, key: query.refId, expr: query.expr ?? '' }) };
    };
    const packet = await lastValueFrom(answerRequest(request, hostOf(picky, { prepare })));
    expect(packet).toMatchObject({ state: LoadingState.Error, errors: [{ refId: 'A', message: 'parse error' }] });
    expect(namesOf(packet)).toEqual(['B web']);
  });

  it('asks again by itself while Prometheus cannot be reached, until it answers', async () => {
    const prometheus = steadyPrometheus();
    prometheus.refuse(() => away);
    const packets = answerRequest(requestFor(promql, range), hostOf(prometheus, { retryMs: 1 })).pipe(take(3));
    const states: Array<LoadingState | undefined> = [];
    await new Promise<void>((resolve, reject) => {
      packets.subscribe({
        next: ({ state }) => {
          states.push(state);
          prometheus.refuse(states.length < 2 ? () => away : undefined);
        },
        error: reject,
        complete: resolve,
      });
    });
    expect(states).toEqual([LoadingState.Error, LoadingState.Error, LoadingState.Done]);
  });

  it('ends the request before of the same id', async () => {
    const host = hostOf(steadyPrometheus());
    const older = answerRequest(requestFor(promql, range), host).subscribe();
    const controller = host.running.get('Q1');
    await firstValueFrom(answerRequest(requestFor(promql, range), host));
    expect(controller?.signal.aborted).toBe(true);
    older.unsubscribe();
    expect(host.running.size).toBe(0);
  });
});

describe('isWatched(request)', () => {
  it('is true of a dashboard, and false of what waits for one answer, and of annotations', () => {
    expect(isWatched(requestFor(promql, range))).toBe(true);
    expect(isWatched(requestFor(promql, range, { app: 'unified-alerting' }))).toBe(false);
    expect(isWatched(requestFor({ ...promql, queryType: ANNOTATION_QUERY_TYPE }, range))).toBe(false);
  });
});

describe('scopeOf(request, host, isRetry)', () => {
  it('takes the range of the request, and at a retry what its words mean by then', () => {
    const request = requestFor(promql, range);
    const relative = { ...request, range: { ...request.range, raw: { from: 'now-1h', to: 'now' } } };
    const host = hostOf(steadyPrometheus());
    expect(scopeOf(relative, host)).toMatchObject({ ...range, now: NOW, timeZone: 'utc', filters: [] });
    // Grafana's words for times are read by the page's own clock.
    const later = NOW + 300_000;
    jest.useFakeTimers({ now: later });
    expect(scopeOf(relative, host, true)).toMatchObject({ from: later - 3_600_000, to: later });
    jest.useRealTimers();
  });
});
