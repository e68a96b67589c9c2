import { lastPoint, type Block } from './block';
import type { CachedQuery } from './rangeCache';

// Today's block changes with every refresh; writing it once an hour (at the default step) is enough for the next visit.
const SAVE_EVERY_STEPS = 12;

/** Chooses the blocks worth writing to the store and remembers which it has chosen. */
export function createSavePlan(): (query: CachedQuery, blocks: readonly Block[]) => Block[] {
  const savedUntil = new Map<string, number>();

  function isWorthSaving({ key, stepMs }: CachedQuery, block: Block): boolean {
    const before = savedUntil.get(`${block.start} ${key}`) ?? -Infinity;
    const isFull = block.settledUntil >= lastPoint(block, stepMs);
    const hasGrown = block.settledUntil >= before + (isFull ? 1 : SAVE_EVERY_STEPS * stepMs);
    return block.columns.size > 0 && block.settledUntil >= block.start && hasGrown;
  }

  return (query, blocks) => {
    const chosen = blocks.filter((block) => isWorthSaving(query, block));
    chosen.forEach(({ start, settledUntil }) => savedUntil.set(`${start} ${query.key}`, settledUntil));
    return chosen;
  };
}
