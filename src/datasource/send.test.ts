/** @jest-environment jsdom */
import '../grafana/testing/browser';

import type { BackendSrvRequest } from '@grafana/runtime';
import { NEVER, of, throwError } from 'rxjs';
import { createClient, createRequestQueue, type Connection } from 'foreband-prometheus';

import { send, type Fetch } from './send';

const connection: Connection = { baseUrl: '/sub/api/datasources/proxy/uid/a', customParameters: [['dedup', 'true']] };

const matrix = {
  status: 'success',
  data: {
    resultType: 'matrix',
    result: [
      {
        metric: { __name__: 'up', job: 'a' },
        values: [
          [60, '1.5'],
          [120.0004, 'NaN'],
          [180, '+Inf'],
        ],
      },
      { metric: { job: 'h' }, histograms: [[60, {}]] },
    ],
  },
  warnings: ['slow'],
  infos: ['note'],
};

function clientOf(answer: (request: BackendSrvRequest) => ReturnType<Fetch>, changes: Partial<Connection> = {}) {
  const requests: BackendSrvRequest[] = [];
  const fetch: Fetch = (request) => {
    requests.push(request);
    return answer(request);
  };
  return {
    client: createClient({ ...connection, ...changes }, createRequestQueue(), (request) => send(request, fetch)),
    requests,
  };
}

describe('createClient(connection, queue)', () => {
  it('asks for a range by GET, in seconds, with the custom parameters', async () => {
    const { client, requests } = clientOf(() => of({ data: matrix }));
    const answer = await client.range({ expr: 'up{a="b"}', stepMs: 300_000 }, { start: 60_000, end: 120_500 });
    expect(requests[0].method).toBe('GET');
    expect(requests[0].url).toBe(
      '/sub/api/datasources/proxy/uid/a/api/v1/query_range?query=up%7Ba%3D%22b%22%7D&start=60&end=120.5&step=300&dedup=true',
    );
    expect(requests[0].showErrorAlert).toBe(false);
    expect(answer.series).toEqual([
      {
        labels: { __name__: 'up', job: 'a' },
        time: Float64Array.of(60_000, 120_000, 180_000),
        y: Float64Array.of(1.5, NaN, NaN),
      },
    ]);
    expect(answer).toMatchObject({ hasHistograms: true, warnings: ['slow'], infos: ['note'] });
  });

  it('posts a query of over 2,000 characters as a form', async () => {
    const { client, requests } = clientOf(() => of({ data: matrix }));
    await client.range({ expr: `up{a="${'x'.repeat(2000)}"}`, stepMs: 1000 }, { start: 0, end: 1000 });
    expect(requests[0]).toMatchObject({
      method: 'POST',
      url: '/sub/api/datasources/proxy/uid/a/api/v1/query_range',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    });
    expect(String(requests[0].data)).toMatch(/^query=up%7Ba%3D%22x{2000}%22%7D&start=0&end=1&step=1&dedup=true$/);
  });

  it('looks labels up by GET alone, however long the selector', async () => {
    const { client, requests } = clientOf(() => of({ data: { status: 'success', data: ['a', 'b', 3] } }));
    const names = await client.labelValues('k8s.pod_name', {
      selector: 'x'.repeat(3000),
      span: { start: 0, end: 1000 },
    });
    expect(names).toEqual(['a', 'b']);
    expect(requests[0].method).toBe('GET');
    expect(requests[0].url).toContain('/api/v1/label/U__k8s_2e_pod__name/values?match%5B%5D=xxx');
  });

  it('tells Prometheus the query time-out, and gives up itself soon after', async () => {
    jest.useFakeTimers();
    const { client, requests } = clientOf(() => NEVER, { queryTimeoutMs: 5000 });
    const answer = expect(client.instant('up', 0)).rejects.toMatchObject({ kind: 'timeout' });
    await jest.advanceTimersByTimeAsync(7000);
    await answer;
    expect(requests[0].url).toContain('timeout=5000ms');
    jest.useRealTimers();
  });

  it('ends the request of somebody who no longer waits', async () => {
    const controller = new AbortController();
    const { client } = clientOf(() => NEVER);
    const answer = expect(client.instant('up', 0, { signal: controller.signal })).rejects.toMatchObject({
      kind: 'cancelled',
    });
    await Promise.resolve();
    controller.abort();
    await answer;
  });

  it('says what failed', async () => {
    const { client } = clientOf(() => throwError(() => ({ status: 502, data: {} })));
    await expect(client.instant('up', 0)).rejects.toMatchObject({ kind: 'unreachable' });
  });

  it.each([['<html>'], [{ message: 'Grafana' }], [{ status: 'success', data: {} }]])(
    'takes %j for no answer of Prometheus',
    async (data) => {
      const { client } = clientOf(() => of({ data }));
      await expect(client.instant('up', 0)).rejects.toMatchObject({ kind: 'answer' });
    },
  );
});

describe('send(request, fetch)', () => {
  it.each([
    '/api/v1/query%2f..%2fadmin',
    '/api/v1/query%2F%2E%2E%2Fadmin',
    '/api/v1/../admin',
    '/api/v1/./admin',
    '/api/v1/query\\..\\admin',
    '/api/v1/query%5c..%5cadmin',
  ])('never sends %s, which could lead past the routes of the proxy', async (path) => {
    const fetch = jest.fn();
    await expect(send({ baseUrl: '/proxy', path, params: [] }, fetch)).rejects.toThrow(`invalid path: ${path}`);
    expect(fetch).not.toHaveBeenCalled();
  });

  it('sends a label whose name would wander as one without any separator', async () => {
    const { client, requests } = clientOf(() => of({ data: { status: 'success', data: [] } }));
    await client.labelValues('../../admin', {});
    expect(requests[0]?.url).toMatch(/label\/U___2e__2e__2f_[_0-9a-f]*admin\/values/);
  });
});
