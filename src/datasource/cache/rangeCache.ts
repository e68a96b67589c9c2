import type { TimeSpan } from 'foreband-detector';

import type { SampleColumns, Block } from './block';
import { blockStarts, emptyBlock, lastPoint, missingSpan, replaceSpan } from './block';
import type { BlockStore } from './blockStore';
import { createMemory } from './blockMemory';
import { forgivingStore } from './forgivingStore';
import { createTurns } from './inTurn';
import { joinBlocks, type GridColumns } from './joinBlocks';
import { createSavePlan } from './savePlan';

/** Asks the server for a span; both bounds are multiples of the step. */
export type Ask = (span: TimeSpan) => Promise<Asked>;

/** A server's answer to a span. */
export interface Asked {
  readonly samples: readonly SampleColumns[];
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
  /** Told once that the store cannot be used, and why. */
  readonly onStoreFailure?: (reason: string) => void;
}

// A scrape may arrive, or a recording rule be evaluated, after the step it belongs to.
const LATE_STEPS = 2;

function joinSpans(spans: readonly TimeSpan[], stepMs: number): TimeSpan[] {
  const joined: TimeSpan[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    if (last !== undefined && last.end + stepMs === span.start) {
      joined[joined.length - 1] = { start: last.start, end: span.end };
    } else {
      joined.push(span);
    }
  }
  return joined;
}

function spansToAsk(blocks: readonly Block[], span: TimeSpan, stepMs: number, refusedBefore: number): TimeSpan[] {
  const missing = blocks
    .map((block) => missingSpan(block, span, stepMs))
    .filter((part) => part !== undefined)
    .filter((part) => part.end >= refusedBefore)
    .map((part) => ({ start: Math.max(part.start, refusedBefore), end: part.end }));
  return joinSpans(missing, stepMs);
}

/** A cache of range queries: in memory, and, block by block, in the browser's store. */
export function createRangeCache(host: RangeCacheHost): RangeCache {
  const store = forgivingStore(host.store, host.onStoreFailure);
  const memory = createMemory();
  const chooseForStore = createSavePlan();
  const refusals = new Map<string, number>();
  // The second panel with the same query waits and finds what the first one asked for.
  const inTurn = createTurns();

  const refusedBefore = (key: string) => refusals.get(key) ?? -Infinity;

  async function known({ key, stepMs }: CachedQuery, span: TimeSpan): Promise<Block[]> {
    const starts = blockStarts(span, stepMs);
    const absent = starts.filter((start) => memory.get(key, start) === undefined);
    if (absent.length > 0) {
      const stored = await store.load(key, absent[0], absent[absent.length - 1]);
      stored.filter(({ start }) => memory.get(key, start) === undefined).forEach((block) => memory.set(key, block));
    }
    return starts.map((start) => memory.get(key, start) ?? emptyBlock(start));
  }

  function write({ key, stepMs }: CachedQuery, span: TimeSpan, asked: Asked): Block[] {
    const covered = { start: Math.max(span.start, asked.coveredFrom), end: span.end };
    if (asked.coveredFrom > span.start) {
      refusals.set(key, asked.coveredFrom);
    }
    const lateFrom = (Math.floor(host.now() / stepMs) - LATE_STEPS) * stepMs;
    return blockStarts(covered, stepMs).map((start) => {
      const block = memory.get(key, start) ?? emptyBlock(start);
      // What was refused is as good as settled: it will be refused again.
      const isWhole = covered.start <= Math.max(start, block.settledUntil + stepMs, refusedBefore(key));
      const end = Math.min(covered.end, lastPoint(block, stepMs), lateFrom);
      const settledUntil = isWhole ? Math.max(block.settledUntil, end) : block.settledUntil;
      const written = replaceSpan(block, covered, asked.samples, { stepMs, settledUntil });
      memory.set(key, written);
      return written;
    });
  }

  function rangeOf({ key, stepMs }: CachedQuery, span: TimeSpan, blocks: readonly Block[]): CachedRange {
    return { ...joinBlocks(blocks, span, stepMs), coveredFrom: Math.max(span.start, refusedBefore(key)) };
  }

  async function askForRest(query: CachedQuery, span: TimeSpan, ask: Ask): Promise<CachedRange> {
    const { key, stepMs } = query;
    const missing = spansToAsk(await known(query, span), span, stepMs, refusedBefore(key));
    const written: Block[] = [];
    for (const part of missing.reverse()) {
      if (part.end >= refusedBefore(key)) {
        written.push(...write(query, part, await ask(part)));
      }
    }
    const toSave = chooseForStore(query, written);
    if (toSave.length > 0) {
      void store.save(key, toSave);
    }
    const range = rangeOf(query, span, await known(query, span));
    // A metric that does not exist yet may be filled in backwards, for instance by a recording rule's backfill.
    if (!memory.hasData(key)) {
      memory.forget(key);
    }
    return range;
  }

  return {
    read: (query, span, ask) => inTurn(query.key, () => askForRest(query, span, ask)),
    recall: async (query, span) => rangeOf(query, span, await known(query, span)),
    isComplete: async (query, span) =>
      spansToAsk(await known(query, span), span, query.stepMs, refusedBefore(query.key)).length === 0,
    hasData: async ({ key }) => memory.hasData(key) || store.has(key),
    forget: async (keyPrefix) => {
      memory.forgetPrefix(keyPrefix);
      [...refusals.keys()].filter((key) => key.startsWith(keyPrefix)).forEach((key) => refusals.delete(key));
      await store.forget(keyPrefix);
    },
  };
}
