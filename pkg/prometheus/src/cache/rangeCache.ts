import type { TimeSpan } from 'foreband-detector';

import type { SampleColumns, Block } from './block.js';
import { blockStarts, emptyBlock, replaceSpan } from './block.js';
import type { BlockStore } from './blockStore.js';
import { createMemory, type BlockMemory } from './blockMemory.js';
import { forgivingStore } from './forgivingStore.js';
import { createTurns } from './inTurn.js';
import { joinBlocks, type GridColumns } from './joinBlocks.js';
import { missingOf, spansToAsk } from './missing.js';
import { createRefusals } from './refusals.js';
import { createSavePlan, type SavePlan } from './savePlan.js';
import { settledTo } from './settledTo.js';

/** Given each piece of an answer as it arrives, in any order: what failed or was cancelled later is kept so far. */
export type OnPiece = (piece: TimeSpan, samples: readonly SampleColumns[]) => void;

/** Asks the server for a span and hands over every piece of its answer; all bounds are multiples of the step. */
export type Ask = (span: TimeSpan, onPiece: OnPiece) => Promise<Asked>;

/** How far a server answered. */
export interface Asked {
  /** From here (epoch ms) on the server answered; the span's start, unless the server has limits. */
  readonly coveredFrom: number;
}

/** A query as the cache tells queries apart. */
export interface CachedQuery {
  /** Server, expression and everything else that decides the values. */
  readonly key: string;
  readonly stepMs: number;
}

/** The values of a span and how far back they go. */
export interface CachedRange extends GridColumns {
  /** From here (epoch ms) to the end the server answered. */
  readonly coveredFrom: number;
}

/** Remembers what was asked and asks only for the rest. */
export interface RangeCache {
  /** The values of a span, asking for what is missing or may still change. */
  read(query: CachedQuery, span: TimeSpan, ask: Ask): Promise<CachedRange>;
  /** What is known of a span, asking nobody. */
  recall(query: CachedQuery, span: TimeSpan): Promise<CachedRange>;
  /** Whether all of a span is known and nothing in it may still change. */
  isComplete(query: CachedQuery, span: TimeSpan): Promise<boolean>;
  /** Whether the query ever had a value. */
  hasData(query: CachedQuery): Promise<boolean>;
  /** Forgets the queries whose key starts with this text. */
  forget(keyPrefix: string): Promise<void>;
}

/** What the cache stands on. */
export interface RangeCacheHost {
  readonly store: BlockStore;
  readonly now: () => number;
  /** How often the server scrapes, in ms: late samples are waited for two of these. Default up to 30 s, a minute's wait. */
  readonly scrapeIntervalMs?: number;
  /** Told once that the store cannot be used, and why. */
  readonly onStoreFailure?: (reason: string) => void;
}

type Blocks = ReadonlyMap<number, Block>;

/** A read under way. It holds its own blocks, since the memory may drop them meanwhile. */
interface Reading {
  readonly query: CachedQuery;
  /** By their starts, oldest first. */
  readonly blocks: Map<number, Block>;
  /** False once the read is over, or what it read before was forgotten. */
  readonly isCurrent: () => boolean;
}

function rangeIn(blocks: Blocks, span: TimeSpan, { stepMs, floor }: { stepMs: number; floor: number }): CachedRange {
  const isRefused = missingOf(blocks, span, stepMs).some(({ start, end }) => start < floor && end >= span.start);
  const coveredFrom = isRefused ? floor : span.start;
  const range = joinBlocks([...blocks.values()], span, stepMs);
  // What lies before a refused stretch is left out: a model must not take the refusal for a gap.
  const firstRow = Math.round((coveredFrom - span.start) / stepMs);
  range.columns.forEach(({ y }) => y.fill(NaN, 0, firstRow));
  return { ...range, coveredFrom };
}

/** Where an answer is kept. */
interface Keeping {
  readonly memory: BlockMemory;
  readonly store: BlockStore;
  readonly savePlan: SavePlan;
}

function keepPieces({ query, blocks, isCurrent }: Reading, lastSettled: number, keeping: Keeping): OnPiece {
  const { key, stepMs } = query;
  const { memory, store, savePlan } = keeping;
  const context = { stepMs, settledTo: lastSettled };
  return (piece, samples) => {
    if (!isCurrent()) {
      return;
    }
    const written = blockStarts(piece, stepMs).map((start) =>
      replaceSpan(blocks.get(start) ?? emptyBlock(start), piece, samples, context),
    );
    for (const block of written) {
      blocks.set(block.start, block);
      memory.set(key, block);
    }
    const toSave = savePlan.choose(query, written);
    if (toSave.length > 0) {
      void store.save(key, toSave);
    }
  };
}

/** A cache of range queries: in memory, and, block by block, in the browser's store. */
export function createRangeCache(host: RangeCacheHost): RangeCache {
  const store = forgivingStore(host.store, host.onStoreFailure);
  const memory = createMemory();
  const savePlan = createSavePlan();
  const refusals = createRefusals(host.now);
  // The second panel with the same query waits and finds what the first one asked for.
  const inTurn = createTurns();
  let timesForgotten = 0;

  async function known({ key, stepMs }: CachedQuery, span: TimeSpan): Promise<Map<number, Block>> {
    const before = timesForgotten;
    const starts = blockStarts(span, stepMs);
    const held = new Map(starts.map((start) => [start, memory.get(key, start)]));
    const absent = starts.filter((start) => held.get(start) === undefined);
    if (absent.length > 0) {
      const stored = await store.load(key, absent[0], absent[absent.length - 1]);
      if (before !== timesForgotten) {
        return known({ key, stepMs }, span);
      }
      for (const block of stored) {
        if (held.get(block.start) === undefined && memory.get(key, block.start) === undefined) {
          held.set(block.start, block);
          memory.set(key, block);
        }
      }
    }
    return new Map(
      starts.map((start) => [start, memory.get(key, start) ?? held.get(start) ?? emptyBlock(start)] as const),
    );
  }

  function rangeOf({ key, stepMs }: CachedQuery, span: TimeSpan, blocks: Blocks): CachedRange {
    return rangeIn(blocks, span, { stepMs, floor: refusals.floorOf(key, span) });
  }

  async function askAll(reading: Reading, span: TimeSpan, ask: Ask): Promise<void> {
    const { query, blocks, isCurrent } = reading;
    const { key, stepMs } = query;
    for (const part of spansToAsk(blocks, span, stepMs, refusals.floorOf(key, span)).reverse()) {
      if (isCurrent() && part.end >= refusals.floorOf(key, span)) {
        const lastSettled = settledTo(host.now(), stepMs, host.scrapeIntervalMs);
        const { coveredFrom } = await ask(part, keepPieces(reading, lastSettled, { memory, store, savePlan }));
        if (isCurrent() && coveredFrom > part.start) {
          refusals.add(key, coveredFrom);
        }
      }
    }
  }

  async function askForRest(query: CachedQuery, span: TimeSpan, ask: Ask): Promise<CachedRange> {
    const before = timesForgotten;
    const blocks = await known(query, span);
    let isOver = false;
    try {
      await askAll({ query, blocks, isCurrent: () => !isOver && before === timesForgotten }, span, ask);
    } finally {
      isOver = true;
    }
    // What was forgotten meanwhile came from another server.
    if (before !== timesForgotten) {
      return askForRest(query, span, ask);
    }
    // A metric that does not exist yet may be filled in backwards, for instance by a recording rule's backfill.
    if (!memory.hasData(query.key) && [...blocks.values()].every(({ columns }) => columns.size === 0)) {
      memory.forget(query.key);
    }
    return rangeOf(query, span, blocks);
  }

  return {
    read: (query, span, ask) => inTurn(query.key, () => askForRest(query, span, ask)),
    recall: async (query, span) => rangeOf(query, span, await known(query, span)),
    isComplete: async (query, span) => {
      const floor = refusals.floorOf(query.key, span);
      return spansToAsk(await known(query, span), span, query.stepMs, floor).length === 0;
    },
    hasData: async ({ key }) => memory.hasData(key) || store.has(key),
    forget: async (keyPrefix) => {
      timesForgotten++;
      memory.forgetPrefix(keyPrefix);
      refusals.forgetPrefix(keyPrefix);
      savePlan.forgetPrefix(keyPrefix);
      await store.forget(keyPrefix);
    },
  };
}
