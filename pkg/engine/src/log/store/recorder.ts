import type { LogEntry } from '../logEvent.js';
import { isLogged } from '../logLevel.js';

import type { LogStore } from './logStore.js';

/** Writes to the log what its verbosity asks for. */
export interface Recorder {
  /** Never fails: gives why nothing can be kept, once that is so; from then on nothing is. */
  record(entries: readonly LogEntry[]): Promise<string | undefined>;
}

/** A recorder that the browser's refusal of a store stops, and nothing else. */
export function createRecorder(store: Pick<LogStore, 'add' | 'verbosity'>): Recorder {
  let problem: string | undefined;
  let last: Promise<unknown> = Promise.resolve();

  async function write(entries: readonly LogEntry[]): Promise<string | undefined> {
    if (problem !== undefined) {
      return problem;
    }
    try {
      const verbosity = await store.verbosity();
      const logged = entries.filter(({ level }) => isLogged(level, verbosity));
      if (logged.length > 0) {
        await store.add(logged);
      }
    } catch (error) {
      problem = error instanceof Error ? error.message : String(error);
    }
    return problem;
  }

  return {
    record(entries) {
      const written = last.then(() => write(entries));
      last = written;
      return written;
    },
  };
}
