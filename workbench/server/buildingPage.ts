import type { ServerResponse } from 'node:http';
import { refuse, type Call, type Reply } from './http';

/** Stands in for the workbench while it is being built. */
export interface BuildingPage {
  /** Answers every call: pages with one that waits, anything else with 503 and a reason. */
  answer(call: Call): Reply;
  /** Keeps the response open where `path` is that of the build's events; false for any other path. */
  events(path: string, response: ServerResponse): boolean;
  /** Shows a line of the build's output on the pages that wait. */
  tell(line: string): void;
  /** The build is over: pages that wait load themselves anew, and so does one that asks for events later. */
  ready(): void;
}

const EVENTS = '/-/build';
/** Paths that scripts ask for, not people. */
const NO_PAGE = /^\/(api|apis|public)(\/|$)/;

/** Creates the page for a workbench below `subPath` (empty, or without a trailing slash). */
export function createBuildingPage(subPath: string): BuildingPage {
  const waiting = new Set<ServerResponse>();
  const lines: string[] = [];
  let isReady = false;
  const send = (response: ServerResponse, event: string, data: string) =>
    response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  return {
    answer: ({ path }) =>
      NO_PAGE.test(path)
        ? refuse(503, 'Foreband is being built: ask again in a moment')
        : { status: 503, headers: { 'content-type': 'text/html; charset=utf-8' }, body: pageText(subPath) },
    events: (path, response) => {
      if (path !== EVENTS) {
        return false;
      }
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      lines.forEach((line) => send(response, 'line', line));
      if (isReady) {
        send(response, 'ready', '');
      }
      waiting.add(response);
      response.on('close', () => waiting.delete(response));
      return true;
    },
    tell: (line) => {
      lines.push(line);
      waiting.forEach((response) => send(response, 'line', line));
    },
    ready: () => {
      isReady = true;
      waiting.forEach((response) => send(response, 'ready', ''));
    },
  };
}

function pageText(subPath: string): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>Building Foreband …</title>
    <style>body { margin: 2rem; font: 14px sans-serif; color: #ccccdc; background: #111217; }</style>
  </head>
  <body>
    <h1>Building Foreband …</h1>
    <p>This page becomes the workbench when the build is done.</p>
    <pre role="log"></pre>
    <script>
      const events = new EventSource('${subPath}${EVENTS}');
      events.addEventListener('line', ({ data }) => {
        document.querySelector('pre').append(JSON.parse(data), '\\n');
      });
      events.addEventListener('ready', () => {
        events.close();
        location.reload();
      });
    </script>
  </body>
</html>
`;
}
