import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/** Below the ports that systems hand to outgoing connections: none of those can take one that is free for a moment. */
const FIRST = 15_000;
const LAST = 29_999;
const ATTEMPTS = 100;

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

/**
 * A port of the loopback address that nothing listens on at this moment, drawn at random, so that tests that run at the
 * same time get different ones.
 */
export async function freePort(): Promise<number> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const port = randomInt(FIRST, LAST + 1);
    if (await isFree(port)) {
      return port;
    }
  }
  throw new Error(`found no free port from ${FIRST} to ${LAST}`);
}
