import type { RangeArchive } from '../range/rangeStore.js';

import { blockStarts } from './block.js';
import type { BlockStore } from './blockStore.js';
import { forgivingStore } from './forgivingStore.js';
import { blocksOf, type Blocks, type GridTypes } from './gridStore.js';
import { createSavePlan } from './savePlan.js';

/**
 * Archives blocks in a store. Nothing in it fails: where the store does, nothing is archived any more.
 * @param onFailure told once why the store cannot be used.
 */
export function createGridArchive(
  blockStore: BlockStore,
  onFailure?: (reason: string) => void,
): RangeArchive<GridTypes> {
  const store = forgivingStore(blockStore, onFailure);
  const savePlan = createSavePlan();

  return {
    async load({ key, stepMs }, span, blocks) {
      const absent = blockStarts(span, stepMs).filter((start) => !blocks.has(start));
      const loaded = absent.length === 0 ? [] : await store.load(key, absent[0], absent[absent.length - 1]);
      const found: Blocks = new Map(loaded.map((block) => [block.start, block]));
      // What has arrived meanwhile is newer.
      return (current) => (found.size === 0 ? current : new Map([...found, ...current]));
    },
    save(query, piece, blocks) {
      const toSave = savePlan.choose(query, blocksOf(blocks, piece, query.stepMs));
      if (toSave.length > 0) {
        void store.save(query.key, toSave);
      }
    },
    hasSamples: ({ key }) => store.has(key),
    async forget(keyPrefix) {
      savePlan.forgetPrefix(keyPrefix);
      await store.forget(keyPrefix);
    },
  };
}
