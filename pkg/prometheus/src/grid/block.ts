import type { Samples } from '../api/answer.js';
import type { AnswerContext } from '../range/rangeStore.js';
import { withoutSpans, type TimeSpan } from '../span.js';

import { seriesKey, type Labels } from '../api/seriesKey.js';

/** Points of a block: a day at the default step. */
export const BLOCK_POINTS = 288;

/** Values of one series in a block. */
export interface Column {
  readonly labels: Labels;
  /** One value for each of the block's points, NaN where there is none. */
  readonly y: Float64Array;
}

/** A stretch of a query's answer: `BLOCK_POINTS` steps from a multiple of as many. */
export interface Block {
  /** First point, epoch ms. */
  readonly start: number;
  /** From here (epoch ms) to `settledUntil` the points are known; later than `start` where the server refused more. */
  readonly settledFrom: number;
  /** Up to here (epoch ms) nothing will change any more; before `start` where everything may. */
  readonly settledUntil: number;
  /** By the key of the series. */
  readonly columns: ReadonlyMap<string, Column>;
}

function blockLengthMs(stepMs: number): number {
  return BLOCK_POINTS * stepMs;
}

/** Starts (epoch ms) of the blocks that hold the points of a span. */
export function blockStarts({ start, end }: TimeSpan, stepMs: number): number[] {
  const lengthMs = blockLengthMs(stepMs);
  const first = Math.floor(start / lengthMs);
  return Array.from({ length: Math.floor(end / lengthMs) - first + 1 }, (_, index) => (first + index) * lengthMs);
}

/** A block nothing is known of. */
export function emptyBlock(start: number): Block {
  return { start, settledFrom: start, settledUntil: -Infinity, columns: new Map() };
}

function copyOf({ labels, y }: Column, clearFrom: number, clearTo: number): Column {
  const copy = y.slice();
  copy.fill(NaN, clearFrom, clearTo);
  return { labels, y: copy };
}

/** The settled part of a block after a span of it has been answered: one stretch, the later one where there are two. */
function settledSpan(block: Block, span: TimeSpan, { stepMs, settledTo }: AnswerContext) {
  const { start, settledFrom, settledUntil } = block;
  const from = Math.max(span.start, start);
  const until = Math.min(span.end, lastPoint(block, stepMs), settledTo);
  const hasSettled = settledUntil >= start;
  if (until < from || (hasSettled && until < settledFrom - stepMs)) {
    return { settledFrom, settledUntil };
  }
  return hasSettled && from <= settledUntil + stepMs
    ? { settledFrom: Math.min(settledFrom, from), settledUntil: Math.max(settledUntil, until) }
    : { settledFrom: from, settledUntil: until };
}

/**
 * The block with its points in the span replaced by these samples; a point without a sample is empty afterward. The
 * block itself stays as it is, since an answer under way may still read it.
 */
export function replaceSpan(block: Block, span: TimeSpan, samples: readonly Samples[], context: AnswerContext): Block {
  const { stepMs } = context;
  const rowOf = (time: number) => Math.round((time - block.start) / stepMs);
  const first = Math.max(0, rowOf(span.start));
  const last = Math.min(BLOCK_POINTS - 1, rowOf(span.end));
  const columns = new Map(
    Array.from(block.columns, ([key, column]) => [key, copyOf(column, first, last + 1)] as const),
  );
  for (const { labels, time, y } of samples) {
    const key = seriesKey(labels);
    let column = columns.get(key);
    for (let index = 0; index < time.length; index++) {
      const row = rowOf(time[index]);
      if (row >= first && row <= last) {
        column ??= { labels, y: new Float64Array(BLOCK_POINTS).fill(NaN) };
        column.y[row] = y[index];
      }
    }
    if (column !== undefined) {
      columns.set(key, column);
    }
  }
  return { start: block.start, ...settledSpan(block, span, context), columns };
}

/** Last point of a block, epoch ms. */
export function lastPoint({ start }: Pick<Block, 'start'>, stepMs: number): number {
  return start + (BLOCK_POINTS - 1) * stepMs;
}

/** The parts of a block, up to the span's end, that must be asked for (again), oldest first. */
export function missingSpans(block: Block, span: TimeSpan, stepMs: number): TimeSpan[] {
  const { start, settledFrom, settledUntil } = block;
  const whole = { start, end: Math.min(lastPoint(block, stepMs), span.end) };
  const settled = settledUntil < start ? [] : [{ start: settledFrom, end: settledUntil }];
  return withoutSpans(whole, settled, stepMs);
}
