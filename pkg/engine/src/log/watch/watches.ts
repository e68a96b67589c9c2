import { createWatch, type Watch } from './watch.js';

/** The watches of a page, one for each panel. */
export interface Watches {
  /** A panel has appeared: its watch goes on where it was gone for a moment only, else a new one begins. */
  enter(panel: string): Watch;
  /** A panel has gone. */
  leave(panel: string): void;
}

// Opening a panel alone, or in the editor, and coming back is no end of watching.
const AWAY_MS = 60_000;

/** No panel is watched yet. */
export function createWatches(now: () => number = Date.now): Watches {
  const watches = new Map<string, { readonly watch: Watch; leftAt: number | undefined }>();
  return {
    enter(panel) {
      const known = watches.get(panel);
      const isGoing = known !== undefined && (known.leftAt === undefined || now() - known.leftAt < AWAY_MS);
      const watch = isGoing ? known.watch : createWatch(now());
      watches.set(panel, { watch, leftAt: undefined });
      return watch;
    },
    leave(panel) {
      const known = watches.get(panel);
      if (known !== undefined) {
        known.leftAt = now();
      }
    },
  };
}

/** The watches of this browser page. */
export const pageWatches = createWatches();
