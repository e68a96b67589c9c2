import type { BlockStore } from './blockStore.js';

/**
 * A store that cannot fail: once the browser blocks it or it is full, nothing is stored any more, and `onFailure` is told
 * once why.
 */
export function forgivingStore(store: BlockStore, onFailure: (reason: string) => void = () => undefined): BlockStore {
  let isUsable = true;

  async function attempt<T>(work: () => Promise<T>, otherwise: T): Promise<T> {
    if (!isUsable) {
      return otherwise;
    }
    try {
      return await work();
    } catch (error) {
      isUsable = false;
      onFailure(error instanceof Error ? error.message : String(error));
      return otherwise;
    }
  }

  return {
    load: (query, firstStart, lastStart) => attempt(() => store.load(query, firstStart, lastStart), []),
    has: (query) => attempt(() => store.has(query), false),
    save: (query, blocks) => attempt(() => store.save(query, blocks), undefined),
    forget: (queryPrefix) => attempt(() => store.forget(queryPrefix), undefined),
  };
}
