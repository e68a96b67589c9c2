import type { IncomingMessage } from 'node:http';

const NAMES = ['localhost', '127.0.0.1', '[::1]'];
const READING = ['GET', 'HEAD'];

/**
 * Why a request to the server on `port` is not answered; undefined for one that is. Whoever reaches the workbench acts
 * as an Admin, so pages of other sites must not: neither under a name of theirs that leads to the loopback address
 * (Host), nor by a form or script that writes (Origin).
 */
export function refusalOf({ method = 'GET', headers }: IncomingMessage, port: number): string | undefined {
  const own = NAMES.map((name) => new URL(`http://${name}:${port}`).origin);
  if (!own.includes(`http://${headers.host?.toLowerCase()}`)) {
    return `The workbench answers under its own address only: open ${own[0]}`;
  }
  const isWrite = !READING.includes(method.toUpperCase());
  return isWrite && headers.origin !== undefined && !own.includes(headers.origin)
    ? `The workbench takes no changes from other sites: open ${own[0]}`
    : undefined;
}
