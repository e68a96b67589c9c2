import { existsSync, watch } from 'node:fs';
import type { ServerResponse } from 'node:http';

const QUIET_MS = 400;

/** Server-sent events on `/-/reload`: one after each rebuild, once the folders have been quiet for a moment. */
export function createLiveReload(folders: readonly string[]): (path: string, response: ServerResponse) => boolean {
  const listeners = new Set<ServerResponse>();
  let timer: NodeJS.Timeout | undefined;
  const changed = () => {
    clearTimeout(timer);
    timer = setTimeout(() => listeners.forEach((response) => response.write('data: reload\n\n')), QUIET_MS);
  };
  folders
    .filter((folder) => existsSync(folder))
    .forEach((folder) => watch(folder, { recursive: true }, changed).unref());
  return (path, response) => {
    if (path !== '/-/reload') {
      return false;
    }
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' }).write('\n');
    listeners.add(response);
    response.on('close', () => listeners.delete(response));
    return true;
  };
}
