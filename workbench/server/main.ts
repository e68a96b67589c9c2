import { createLiveReload } from './liveReload';
import { createWorkbench, defaultFolders, type WorkbenchOptions } from './createWorkbench';
import { listen, type Listening } from './listen';
import { probePrometheus } from './probePrometheus';

/** What `workbench/start.mjs` passes on from the command line. */
export interface StartOptions extends Pick<
  WorkbenchOptions,
  'state' | 'subPath' | 'policy' | 'grafanaVersion' | 'environment' | 'reloads'
> {
  /** Root of the checkout. */
  readonly root: string;
  /** Folder of the page's bundle; by default that of the checkout. */
  readonly build?: string;
  readonly port: number;
}

/** Starts the workbench's server. */
export async function startServer(options: StartOptions): Promise<Listening> {
  const folders = { ...defaultFolders(options.root), ...(options.build === undefined ? {} : { build: options.build }) };
  const answer = createWorkbench({ ...options, ...folders });
  const events = options.reloads ? createLiveReload([folders.dist, folders.build]) : undefined;
  return listen(answer, options.port, options.subPath, events);
}

export { probePrometheus };
