import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createDataSourceStore } from './dataSourceStore';
import { createProxy } from './proxy';
import { aCall } from './testing/aCall';
import { dataSourceManifest } from './testing/dataSourceManifest';
import { inMemory } from './testing/inMemory';

interface Received {
  readonly method?: string;
  readonly url?: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

describe('createProxy()', () => {
  let upstream: Server;
  let url: string;
  let status: number;
  let received: Received[];

  beforeEach(async () => {
    received = [];
    status = 200;
    upstream = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const { method, url: address, headers } = request;
        received.push({ method, url: address, headers, body: Buffer.concat(chunks).toString() });
        response.writeHead(status, { 'content-type': 'application/json' }).end('{"status":"success"}');
      });
    });
    await new Promise<void>((resolve) => upstream.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(upstream.address() as AddressInfo).port}`;
  });

  afterEach(async () => {
    upstream.closeAllConnections();
    await new Promise((resolve) => upstream.close(resolve));
  });

  const proxy = (change: Record<string, unknown> = {}) => {
    const entry = { uid: 'fb', name: 'Foreband', type: dataSourceManifest.id, url: `${url}/prom/`, ...change };
    const plugins = { list: () => [], routesOf: () => dataSourceManifest.routes };
    return createProxy(createDataSourceStore([entry], inMemory()), plugins);
  };
  const path = '/api/datasources/proxy/uid/fb/api/v1/query';

  it("forwards below the data source's own path, with the query parameters", async () => {
    const reply = await proxy()(aCall(`${path}?query=up&time=1`));
    expect(reply).toMatchObject({ status: 200, body: Buffer.from('{"status":"success"}') });
    expect(received).toMatchObject([{ method: 'GET', url: '/prom/api/v1/query?query=up&time=1' }]);
  });

  it('forwards a form-encoded body, and neither cookies nor the role', async () => {
    const headers = {
      'content-type': 'application/x-www-form-urlencoded',
      cookie: 'grafana_session=1',
      'x-workbench-role': 'Viewer',
    };
    await proxy()({ ...aCall(path, { method: 'POST', role: 'Viewer', headers }), body: Buffer.from('query=up') });
    expect(received[0]).toMatchObject({ method: 'POST', body: 'query=up' });
    expect(received[0].headers).toMatchObject({ 'content-type': 'application/x-www-form-urlencoded' });
    expect(Object.keys(received[0].headers)).not.toEqual(expect.arrayContaining(['cookie']));
    expect(Object.keys(received[0].headers)).not.toEqual(expect.arrayContaining(['x-workbench-role']));
  });

  it.each(['query%2f..%2fadmin', 'query%2F%2E%2e/admin', 'query%5c..%5cadmin', 'query\\..\\admin', './admin'])(
    'refuses %s, which could lead past the routes, whoever asks',
    async (name) => {
      const reply = await proxy()({ ...aCall(path), path: `/api/datasources/proxy/uid/fb/api/v1/${name}` });
      expect(reply?.status).toBe(400);
      expect(received).toEqual([]);
    },
  );

  it("adds the data source's credentials, which the browser never sees", async () => {
    const secureJsonData = { basicAuthPassword: 'secret', httpHeaderValue1: 'tenant-1' };
    const jsonData = { httpHeaderName1: 'X-Scope-OrgID' };
    await proxy({ basicAuth: true, basicAuthUser: 'ann', secureJsonData, jsonData })(aCall(path));
    expect(received[0].headers).toMatchObject({ authorization: 'Basic YW5uOnNlY3JldA==', 'x-scope-orgid': 'tenant-1' });
  });

  it('turns a 401 into a 400 that says so', async () => {
    status = 401;
    expect(await proxy()(aCall(path))).toMatchObject({ status: 400, body: 'Authentication to data source failed' });
  });

  it.each([400, 403, 422, 503])('passes a %d on', async (code) => {
    status = code;
    expect(await proxy()(aCall(path))).toMatchObject({ status: code });
  });

  it('answers 502 when nobody listens', async () => {
    expect(await proxy({ url: 'http://127.0.0.1:1' })(aCall(path))).toMatchObject({ status: 502 });
  });

  it('answers 404 for a data source that does not exist', async () => {
    expect(await proxy()(aCall('/api/datasources/proxy/uid/none/api/v1/query'))).toMatchObject({ status: 404 });
  });

  it('keeps a Viewer from a delete endpoint without asking Prometheus', async () => {
    const remove = '/api/datasources/proxy/uid/fb/api/v1/admin/tsdb/delete_series?match[]=up';
    expect(await proxy()(aCall(remove, { method: 'POST', role: 'Viewer' }))).toMatchObject({ status: 403 });
    expect(received).toEqual([]);
    expect(await proxy()(aCall(remove, { method: 'POST', role: 'Admin' }))).toMatchObject({ status: 200 });
  });

  it('leaves other addresses to others', async () => {
    expect(await proxy()(aCall('/api/search'))).toBeUndefined();
  });
});
