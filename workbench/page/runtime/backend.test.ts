import { AppEvents, EventBusSrv } from '@grafana/data';
import type { BackendSrvRequest } from '@grafana/runtime';
import { firstValueFrom, lastValueFrom, toArray } from 'rxjs';
import { createBackend } from './backend';

interface Asked {
  readonly url: string;
  readonly init: RequestInit;
}

describe('createBackend()', () => {
  let asked: Asked[];
  let answer: { status: number; text: string };
  const events = new EventBusSrv();
  const original = globalThis.fetch;

  beforeEach(() => {
    asked = [];
    answer = { status: 200, text: '{"ok":true}' };
    globalThis.fetch = ((url: string, init: RequestInit) => {
      asked.push({ url, init });
      const { status, text } = answer;
      return new Promise<Pick<Response, 'status' | 'statusText' | 'ok' | 'text'>>((resolve, reject) => {
        init.signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')));
        const response = { status, statusText: `S${status}`, ok: status < 300, text: () => Promise.resolve(text) };
        setTimeout(() => resolve(response), 5);
      });
    }) as unknown as typeof fetch;
  });
  afterEach(() => {
    globalThis.fetch = original;
  });

  const fetched = (options: BackendSrvRequest, subPath = '') =>
    firstValueFrom(createBackend(subPath, events).fetch<unknown>(options));

  it.each([
    ['/api/x', '', '/api/x'],
    ['api/x', '', '/api/x'],
    ['/api/x', '/grafana', '/grafana/api/x'],
    ['/grafana/api/x', '/grafana', '/grafana/api/x'],
    ['http://elsewhere/x', '/grafana', 'http://elsewhere/x'],
  ])('asks for %s below %p at %s', async (url, subPath, expected) => {
    await fetched({ url }, subPath);
    expect(asked[0].url).toBe(expected);
  });

  it('writes parameters into the address, lists repeated and undefined left out', async () => {
    await fetched({ url: '/api/x', params: { a: 1, tags: ['b', 'c d'], none: undefined } });
    expect(asked[0].url).toBe('/api/x?a=1&tags=b&tags=c+d');
  });

  it('sends an object as JSON, and a string with the type it is given', async () => {
    await fetched({ url: '/x', method: 'POST', data: { a: 1 } });
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
    await fetched({ url: '/x', method: 'POST', data: 'query=up', headers });
    expect(asked[0].init).toMatchObject({ body: '{"a":1}', headers: { 'Content-Type': 'application/json' } });
    expect(asked[1].init).toMatchObject({ body: 'query=up', headers });
  });

  it('answers parsed JSON, or the text that is none', async () => {
    expect(await fetched({ url: '/x' })).toMatchObject({ data: { ok: true }, status: 200 });
    answer = { status: 200, text: 'plain' };
    expect(await fetched({ url: '/x' })).toMatchObject({ data: 'plain' });
  });

  it('fails with status, data and request for what is not 2xx', async () => {
    answer = { status: 422, text: '{"error":"too many"}' };
    const failure: unknown = await fetched({ url: '/x' }).catch((error: unknown) => error);
    expect(failure).toMatchObject({ status: 422, data: { error: 'too many' }, config: { url: '/x' } });
  });

  it('ends a request without a word when another takes its id', async () => {
    const backend = createBackend('', events);
    const first = lastValueFrom(backend.fetch({ url: '/1', requestId: 'A' }).pipe(toArray()));
    const second = lastValueFrom(backend.fetch({ url: '/2', requestId: 'A' }).pipe(toArray()));
    expect(await first).toEqual([]);
    expect(await second).toHaveLength(1);
    expect(asked[0].init.signal?.aborted).toBe(true);
  });

  it('fails as canceled when its signal aborts', async () => {
    const controller = new AbortController();
    const failure = fetched({ url: '/x', abortSignal: controller.signal }).catch((error: unknown) => error);
    controller.abort();
    expect(await failure).toMatchObject({ cancelled: true });
  });

  it('fails as canceled without asking when its signal aborted before', async () => {
    const failure = fetched({ url: '/x', abortSignal: AbortSignal.abort() }).catch((error: unknown) => error);
    expect(await failure).toMatchObject({ cancelled: true });
    expect(asked).toEqual([]);
  });

  it("announces a write's message, and complains about a failure, unless told not to", async () => {
    const heard: string[] = [];
    events.on(AppEvents.alertSuccess, (payload) => heard.push(`success ${payload?.[0]}`));
    events.on(AppEvents.alertError, (payload) => heard.push(`error ${String(payload?.[0])}`));
    const backend = createBackend('', events);
    answer = { status: 200, text: '{"message":"saved"}' };
    await backend.put('/x', {});
    await backend.put('/x', {}, { showSuccessAlert: false });
    answer = { status: 403, text: '{"message":"denied"}' };
    await backend.get('/x').catch(() => undefined);
    await backend.get('/x', undefined, undefined, { showErrorAlert: false }).catch(() => undefined);
    expect(heard).toEqual(['success saved', 'error denied']);
  });
});
