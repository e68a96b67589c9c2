import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Call, Reply } from './http';
import { refusalOf } from './refusalOf';
import { ROLE_HEADER, roleOf } from './roles';

/** A server that answers. */
export interface Listening {
  readonly port: number;
  readonly server: Server;
  close(): Promise<void>;
}

const HOST = '127.0.0.1';
const PORTS_TO_TRY = 50;
// Node ends a connection after five idle seconds, maybe just as its client sends the next request: that one is lost.
const KEEP_ALIVE_MS = 10 * 60_000;
/** One slash: two would start the name of another host. */
const PATH = /^\/(?!\/)/;

/**
 * Serves `answer` on the loopback address, below `subPath`, on `port` or the next free one after it (0: any).
 * `events` takes over requests that stay open. Requests under a foreign name, and writes from foreign sites, get 403.
 */
export async function listen(
  answer: (call: Call) => Promise<Reply>,
  port: number,
  subPath: string,
  events: (path: string, response: ServerResponse) => boolean = () => false,
): Promise<Listening> {
  const server = createServer((request, response) => {
    const refusal = refusalOf(request, request.socket.localPort ?? 0);
    if (refusal !== undefined) {
      sayPlainly(response, 403, refusal);
      return;
    }
    const target = request.url ?? '/';
    if (!PATH.test(target)) {
      sayPlainly(response, 400, 'The address is no path: it starts with one slash');
      return;
    }
    const url = new URL(`http://${HOST}${target}`);
    if (url.pathname !== subPath && !url.pathname.startsWith(`${subPath}/`)) {
      response.writeHead(302, { location: `${subPath}/` }).end();
      return;
    }
    const path = url.pathname.slice(subPath.length) || '/';
    if (!events(path, response)) {
      void respond(answer, request, response, path, url.searchParams);
    }
  });
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  const free = await bind(server, port);
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { port: free, server, close };
}

function sayPlainly(response: ServerResponse, status: number, message: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(`${message}\n`);
}

async function bind(server: Server, first: number): Promise<number> {
  for (let port = first; port < first + PORTS_TO_TRY; port++) {
    const error = await new Promise<NodeJS.ErrnoException | undefined>((resolve) => {
      server.once('error', resolve);
      server.listen(port, HOST, () => {
        server.off('error', resolve);
        resolve(undefined);
      });
    });
    if (error === undefined) {
      return addressOf(server).port;
    }
    if (error.code !== 'EADDRINUSE') {
      throw error;
    }
  }
  throw new Error(`no free port from ${first} to ${first + PORTS_TO_TRY - 1}: choose another with --port`);
}

function addressOf(server: Server): AddressInfo {
  const address = server.address();
  if (address === null || typeof address === 'string') {
    throw new Error('the server has no port: it listens on no TCP address');
  }
  return address;
}

async function respond(
  answer: (call: Call) => Promise<Reply>,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  query: URLSearchParams,
): Promise<void> {
  const gone = new AbortController();
  response.on('close', () => gone.abort());
  try {
    const headers = flat(request);
    const call: Call = {
      method: (request.method ?? 'GET').toUpperCase(),
      path,
      query,
      role: roleOf(headers[ROLE_HEADER], headers.cookie),
      headers,
      body: await bodyOf(request),
      signal: gone.signal,
    };
    const reply = await answer(call);
    response.writeHead(reply.status, reply.headers).end(reply.body);
  } catch (error) {
    process.stderr.write(`${request.method} ${path}: ${error instanceof Error ? error.stack : String(error)}\n`);
    response.writeHead(500).end();
  }
}

const flat = ({ headers }: IncomingMessage): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : (value ?? '')]),
  );

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) {
    chunks.push(Buffer.from(chunk));
  }
  return Buffer.concat(chunks);
}
