import { request, type OutgoingHttpHeaders } from 'node:http';
import { listen, type Listening } from './listen';

interface Asked {
  readonly path?: string;
  readonly method?: string;
  readonly headers?: OutgoingHttpHeaders;
}

describe('listen()', () => {
  let listening: Listening;
  beforeEach(async () => {
    const answer = ({ path }: { readonly path: string }) => Promise.resolve({ status: 200, headers: {}, body: path });
    listening = await listen(answer, 0, '');
  });
  afterEach(() => listening.close());

  const ask = ({ path = '/', method = 'GET', headers = {} }: Asked) =>
    new Promise<{ readonly status: number | undefined; readonly text: string }>((resolve, reject) => {
      const { port } = listening;
      const asking = request({ host: '127.0.0.1', port, path, method, headers, agent: false }, (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => (text += chunk));
        response.on('end', () => resolve({ status: response.statusCode, text }));
      });
      asking.on('error', reject).end();
    });
  const here = (address: string) => address.replace('PORT', String(listening.port));

  it.each(['//', '//elsewhere/api', '*', 'http://elsewhere/api'])(
    'answers 400 for %s, which is no path, and goes on answering',
    async (path) => {
      expect(await ask({ path, method: 'OPTIONS' })).toMatchObject({ status: 400 });
      expect(await ask({ path: '/api/search' })).toEqual({ status: 200, text: '/api/search' });
    },
  );

  it('keeps a connection for minutes, so that no request meets its end', async () => {
    const { headers } = await fetch(`http://127.0.0.1:${listening.port}/`);
    expect(headers.get('keep-alive')).toBe('timeout=600');
  });

  it.each(['localhost:PORT', '127.0.0.1:PORT', '[::1]:PORT', 'LocalHost:PORT'])('answers as %s', async (host) => {
    expect(await ask({ headers: { host: here(host) } })).toMatchObject({ status: 200 });
  });

  it.each(['elsewhere.example:PORT', 'localhost.elsewhere.example:PORT', 'localhost', 'localhost:1'])(
    'refuses the foreign host %p, whatever is asked',
    async (host) => {
      const { status, text } = await ask({ headers: { host: here(host) } });
      expect({ status, text }).toEqual({ status: 403, text: expect.stringContaining(here('http://localhost:PORT')) });
    },
  );

  it.each([
    ['POST', undefined, 200],
    ['POST', 'http://localhost:PORT', 200],
    ['PUT', 'http://127.0.0.1:PORT', 200],
    ['POST', 'https://elsewhere.example', 403],
    ['DELETE', 'http://localhost:1', 403],
    ['POST', 'null', 403],
    ['GET', 'https://elsewhere.example', 200],
    ['HEAD', 'https://elsewhere.example', 200],
  ])('answers a %s from the origin %p with %d', async (method, origin, status) => {
    const headers = origin === undefined ? {} : { origin: here(origin) };
    expect(await ask({ method, headers })).toMatchObject({ status });
  });
});
