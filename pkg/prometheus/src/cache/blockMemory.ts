import { BLOCK_POINTS, type Block } from './block.js';

/** Blocks of the page's life, the least recently used queries dropped first. */
export interface BlockMemory {
  get(query: string, start: number): Block | undefined;
  set(query: string, block: Block): void;
  hasData(query: string): boolean;
  forget(query: string): void;
  forgetPrefix(queryPrefix: string): void;
}

/** Numbers kept in memory: 64 MB of them. */
const MAX_NUMBERS = 8_000_000;

type Blocks = Map<number, Block>;

function sizeOf(blocks: Blocks): number {
  let columns = 0;
  for (const block of blocks.values()) {
    columns += block.columns.size;
  }
  return columns * BLOCK_POINTS;
}

/** A memory that holds about so many numbers; the query written last is never dropped. */
export function createMemory(maxNumbers = MAX_NUMBERS): BlockMemory {
  const queries = new Map<string, Blocks>();

  function dropOldest() {
    let total = 0;
    for (const [query, blocks] of [...queries].reverse()) {
      total += sizeOf(blocks);
      if (total > maxNumbers && query !== [...queries.keys()].at(-1)) {
        queries.delete(query);
      }
    }
  }

  return {
    get: (query, start) => queries.get(query)?.get(start),
    set(query, block) {
      const blocks = queries.get(query) ?? new Map<number, Block>();
      const isNew = !blocks.has(block.start);
      blocks.set(block.start, block);
      queries.delete(query);
      queries.set(query, blocks);
      if (isNew) {
        dropOldest();
      }
    },
    hasData: (query) => [...(queries.get(query)?.values() ?? [])].some(({ columns }) => columns.size > 0),
    forget: (query) => void queries.delete(query),
    forgetPrefix(queryPrefix) {
      [...queries.keys()].filter((query) => query.startsWith(queryPrefix)).forEach((query) => queries.delete(query));
    },
  };
}
