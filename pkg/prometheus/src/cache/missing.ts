import type { TimeSpan } from 'foreband-detector';

import { missingSpans, type Block } from './block.js';

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

/** The parts of a span that the blocks (oldest first) do not settle, block by block. */
export function missingOf(blocks: ReadonlyMap<number, Block>, span: TimeSpan, stepMs: number): TimeSpan[] {
  return [...blocks.values()].flatMap((block) => missingSpans(block, span, stepMs));
}

/** What must be asked for of a span, before `floor` (epoch ms) nothing, each unbroken stretch as one. */
export function spansToAsk(
  blocks: ReadonlyMap<number, Block>,
  span: TimeSpan,
  stepMs: number,
  floor: number,
): TimeSpan[] {
  const missing = missingOf(blocks, span, stepMs)
    .filter((part) => part.end >= floor)
    .map((part) => ({ start: Math.max(part.start, floor), end: part.end }));
  return joinSpans(missing, stepMs);
}
