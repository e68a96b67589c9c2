import type { QueryName } from '../range/rangeStore.js';

import { lastPoint, type Block } from './block.js';

/** Chooses the blocks worth writing to the store and remembers which it has chosen. */
export interface SavePlan {
  choose(query: QueryName, blocks: readonly Block[]): Block[];
  /** The blocks of the queries whose key starts with this text are no longer in the store. */
  forgetPrefix(keyPrefix: string): void;
}

// Today's block changes with every refresh; writing it once an hour (at the default step) is enough for the next visit.
const SAVE_EVERY_STEPS = 12;

/** A plan for a store of which nothing is known. */
export function createSavePlan(): SavePlan {
  const savedUntil = new Map<string, number>();
  const nameOf = ({ key }: QueryName, { start }: Block) => `${key} ${start}`;

  function isWorthSaving(query: QueryName, block: Block): boolean {
    const { start, settledFrom, settledUntil, columns } = block;
    const before = savedUntil.get(nameOf(query, block)) ?? -Infinity;
    const isFull = settledUntil >= lastPoint(block, query.stepMs);
    const hasGrown = settledUntil >= before + (isFull ? 1 : SAVE_EVERY_STEPS * query.stepMs);
    return columns.size > 0 && settledFrom <= start && settledUntil >= start && hasGrown;
  }

  return {
    choose(query, blocks) {
      const chosen = blocks.filter((block) => isWorthSaving(query, block));
      chosen.forEach((block) => savedUntil.set(nameOf(query, block), block.settledUntil));
      return chosen;
    },
    forgetPrefix(keyPrefix) {
      [...savedUntil.keys()].filter((name) => name.startsWith(keyPrefix)).forEach((name) => savedUntil.delete(name));
    },
  };
}
