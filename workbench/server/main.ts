import type { ServerResponse } from 'node:http';
import { createBuildingPage } from './buildingPage';
import { createLiveReload } from './liveReload';
import { createWorkbench, defaultFolders, type WorkbenchOptions } from './createWorkbench';
import { listen, type Listening } from './listen';
import { probePrometheus } from './probePrometheus';

/** The arguments that `workbench/start.mjs` passes on. */
export interface StartOptions extends Pick<
  WorkbenchOptions,
  'state' | 'subPath' | 'policy' | 'grafanaVersion' | 'environment' | 'reloads' | 'demo'
> {
  /** Root of the checkout. */
  readonly root: string;
  /** Folder of the page's bundle; by default that of the checkout. */
  readonly build?: string;
  readonly port: number;
}

/** A server that answers with a page that waits, until what it serves is built. */
export interface StartedServer extends Listening {
  /** Shows a line of the build's output on the pages that wait. */
  tell(line: string): void;
  /** Everything is built: from now on the workbench answers. */
  ready(): void;
}

type Events = (path: string, response: ServerResponse) => boolean;

/** Starts the workbench's server, before or after the build. */
export async function startServer(options: StartOptions): Promise<StartedServer> {
  const folders = { ...defaultFolders(options.root), ...(options.build === undefined ? {} : { build: options.build }) };
  const building = createBuildingPage(options.subPath);
  const workbench = createWorkbench({ ...options, ...folders });
  let isReady = false;
  let reloads: Events = () => false;
  const listening = await listen(
    async (call) => (isReady ? workbench(call) : building.answer(call)),
    options.port,
    options.subPath,
    (path, response) => building.events(path, response) || reloads(path, response),
  );
  return {
    ...listening,
    tell: (line) => building.tell(line),
    ready: () => {
      isReady = true;
      reloads = options.reloads ? createLiveReload([folders.dist, folders.build]) : reloads;
      building.ready();
    },
  };
}

export { probePrometheus };
