import type { TimeSpan } from 'foreband-detector';

import type { SampleColumns, Block } from './block';
import { blockStarts, emptyBlock, lastPoint, missingSpan, replaceSpan } from './block';
import type { BlockStore } from './blockStore';
import { createMemory } from './blockMemory';
import { joinBlocks, type GridColumns } from './joinBlocks';

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

// Today's block changes with every refresh; writing it once an hour (at the default step) is enough for the next visit.
const SAVE_EVERY_STEPS = 12;

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
export function createRangeCache({ store, now, onStoreFailure }: RangeCacheHost): RangeCache {
  const memory = createMemory();
  const refusedBefore = new Map<string, number>();
  const turns = new Map<string, Promise<unknown>>();
  const savedUntil = new Map<string, number>();
  let isStoreUsable = true;

  async function tryStore<T>(use: () => Promise<T>, otherwise: T): Promise<T> {
    if (!isStoreUsable) {
      return otherwise;
    }
    try {
      return await use();
    } catch (error) {
      isStoreUsable = false;
      onStoreFailure?.(error instanceof Error ? error.message : String(error));
      return otherwise;
    }
  }

  async function known({ key, stepMs }: CachedQuery, span: TimeSpan): Promise<Block[]> {
    const starts = blockStarts(span, stepMs);
    const absent = starts.filter((start) => memory.get(key, start) === undefined);
    if (absent.length > 0) {
      const stored = await tryStore(() => store.load(key, absent[0], absent[absent.length - 1]), []);
      stored.filter(({ start }) => memory.get(key, start) === undefined).forEach((block) => memory.set(key, block));
    }
    return starts.map((start) => memory.get(key, start) ?? emptyBlock(start));
  }

  // One reader at a time per query: the second panel with the same query finds what the first one asked for.
  async function inTurn<T>(key: string, work: () => Promise<T>): Promise<T> {
    const turn = (turns.get(key) ?? Promise.resolve()).then(work, work);
    const settled = turn.catch(() => undefined);
    turns.set(key, settled);
    try {
      return await turn;
    } finally {
      if (turns.get(key) === settled) {
        turns.delete(key);
      }
    }
  }

  function write(query: CachedQuery, span: TimeSpan, asked: Asked): Block[] {
    const { key, stepMs } = query;
    const covered = { start: Math.max(span.start, asked.coveredFrom), end: span.end };
    if (asked.coveredFrom > span.start) {
      refusedBefore.set(key, asked.coveredFrom);
    }
    const lateFrom = Math.floor(now() / stepMs) * stepMs - LATE_STEPS * stepMs;
    return blockStarts(covered, stepMs).map((start) => {
      const block = memory.get(key, start) ?? emptyBlock(start);
      // What was refused is as good as settled: it will be refused again.
      const wholeFrom = Math.max(start, block.settledUntil + stepMs, refusedBefore.get(key) ?? -Infinity);
      const isWhole = covered.start <= wholeFrom;
      const end = Math.min(covered.end, lastPoint(block, stepMs), lateFrom);
      const settledUntil = isWhole ? Math.max(block.settledUntil, end) : block.settledUntil;
      const written = replaceSpan(block, covered, asked.samples, { stepMs, settledUntil });
      memory.set(key, written);
      return written;
    });
  }

  function worthSaving({ key, stepMs }: CachedQuery, block: Block): boolean {
    const id = `${block.start} ${key}`;
    const isFull = block.settledUntil >= lastPoint(block, stepMs);
    const before = savedUntil.get(id) ?? -Infinity;
    const hasGrown =
      block.settledUntil >= before + SAVE_EVERY_STEPS * stepMs || (isFull && before < block.settledUntil);
    if (block.columns.size === 0 || !hasGrown || block.settledUntil < block.start) {
      return false;
    }
    savedUntil.set(id, block.settledUntil);
    return true;
  }

  function rangeOf(query: CachedQuery, span: TimeSpan, blocks: readonly Block[]): CachedRange {
    const coveredFrom = Math.max(span.start, refusedBefore.get(query.key) ?? -Infinity);
    return { ...joinBlocks(blocks, span, query.stepMs), coveredFrom };
  }

  async function askForRest(query: CachedQuery, span: TimeSpan, ask: Ask): Promise<CachedRange> {
    const { key, stepMs } = query;
    const missing = spansToAsk(await known(query, span), span, stepMs, refusedBefore.get(key) ?? -Infinity);
    const written: Block[] = [];
    for (const part of missing.reverse()) {
      if (part.end >= (refusedBefore.get(key) ?? -Infinity)) {
        written.push(...write(query, part, await ask(part)));
      }
    }
    const toSave = written.filter((block) => worthSaving(query, block));
    if (toSave.length > 0) {
      void tryStore(() => store.save(key, toSave), undefined);
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
    isComplete: async (query, span) => {
      const blocks = await known(query, span);
      return spansToAsk(blocks, span, query.stepMs, refusedBefore.get(query.key) ?? -Infinity).length === 0;
    },
    hasData: async ({ key }) => memory.hasData(key) || (await tryStore(() => store.has(key), false)),
    forget: async (keyPrefix) => {
      memory.forgetPrefix(keyPrefix);
      [...refusedBefore.keys()].filter((key) => key.startsWith(keyPrefix)).forEach((key) => refusedBefore.delete(key));
      await tryStore(() => store.forget(keyPrefix), undefined);
    },
  };
}
